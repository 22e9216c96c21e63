"""The letterhead as a manager types it, looks at it, and saves it."""

TYPED = {
    "name": "Nutley Physical Therapy",
    "address": "1 Long Road\r\nNutley, NJ 07110\r\n",
    "phone": "(973) 555-0199",
    "email": "desk@nutley.example",
    "web": "nutley.example",
    "hours": "Monday to Thursday",
}


def typed(**changes):
    """The form with these changes; it asks for a look."""
    return TYPED | {"go": "look"} | changes


def look(client, **changes):
    """The page with the sheets as they would print."""
    return client.post("/staff/letterhead/", typed(**changes)).content.decode()


def seen_of(page):
    """What the page says was seen."""
    return page.partition('name="seen" value="')[2].partition('"')[0]


def saved(client, **changes):
    """Looked at, and saved."""
    page = look(client, **changes)
    changes.pop("new_logo", None)
    kept = page.partition('name="logo_kept" value="')[2].partition('"')[0]
    again = changes | {"logo_kept": kept, "seen": seen_of(page), "go": "save"}
    again.pop("no_logo", None)
    response = client.post("/staff/letterhead/", typed(**again))
    assert response.status_code == 302, response.content.decode()
