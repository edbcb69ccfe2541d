"""The report page: who it is for, what stays behind, the real pages, saving and printing."""
