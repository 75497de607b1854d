"""The checker of texts, on the user's side: it may know the other entries, so that it can point at words of theirs."""
