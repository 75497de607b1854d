"""Pictures of the week: one timeline laid out once, then drawn as HTML, SVG or text."""
