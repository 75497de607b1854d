"""Which way to go when an interview cannot take place as agreed, and how to reach the employer (E1-E15)."""
