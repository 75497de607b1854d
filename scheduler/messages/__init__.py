"""What is said to an employer: texts, mails, calendar messages, from the facts of one interview and free/busy (E19)."""
