"""Free times as others read them: text, HTML, free/busy, JSON.

What is written here goes to other people, so nothing here can import what knows the user's entries (E19): not
`model.occurrence`, `model.timeline`, `findings` or `proposals`. It is given a FreeBusy and the names of zones.
"""
