"""The desktop: windows, pages and dialogs over `workflow`. The only floor that knows Qt; no rule of the business is here."""
