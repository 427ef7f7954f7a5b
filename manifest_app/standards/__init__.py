"""What others fixed: ICAO Doc 9303, codes of countries and documents, dates, numbers, the folding of names."""
