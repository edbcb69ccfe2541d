"""What users do: one use case a function, grouped by noun."""
