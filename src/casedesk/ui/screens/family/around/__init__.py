"""Who works with a family, and how it is safe to reach each person: a part of the People tab."""
