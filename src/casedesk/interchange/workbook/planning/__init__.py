"""Plans an import: which records a workbook adds and changes."""
