"""Writing notes: the editor, clean pasting and spelling. Knows neither screens nor services."""
