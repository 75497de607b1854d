"""iCalendar text (RFC 5545) in and out: bytes, components, values, zones, recurrence."""
