"""The desktop: windows, pages and dialogs over `workflow`. It alone knows Qt, and no rule of business."""
