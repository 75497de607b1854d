"""Where calendars come from: files, folders, standard input, addresses, mails; and the index of large ones."""
