"""Where an interview can go: slots, the plan for a week, free and busy times. Pure: calendars and `now` come in."""
