"""Whole reports, with scripts off and on: everything that people can do here works without them."""

import datetime

import filler

REFERENCE = r"-[A-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]"
YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)

# Enough of an MP4 for a program that looks at its beginning: the box that says what the file is (ISO 14496-12, 4.3).
MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0\0\x10\0mdat" + bytes(4088)


def run(desk):
    for scripts in (False, True):
        for journey in (burglary, burglary_in_welsh, domestic_abuse, road_traffic, streetsafe):
            with desk.visitor(journey.__name__, scripts=scripts) as visitor:
                journey(visitor)
    for force, code in (("kent", "KEN"), ("btp", "BTP")):
        with desk.visitor(f"streetsafe at {force}", force=force) as visitor:
            streetsafe(visitor, code)


def burglary(visitor):
    visitor.open("/")
    visitor.follow("Report a burglary")
    visitor.press("Continue")
    visitor.expect_faults("Select yes if someone is still there or anyone is in danger")
    visitor.choose("Is someone still there, or is anyone in danger?", "No")
    visitor.press("Continue")

    visitor.expect_heading("What happened")
    visitor.choose("What kind of building is it?", "Something else")
    visitor.write("What is it?", "A houseboat & its shed")
    visitor.choose("How are you connected to what happened?", "I saw or heard it")
    visitor.press("Continue")
    visitor.expect_faults("Select whether they got in", "Select yes if you have already told the police")
    building = visitor.main.get_by_role("textbox", name="What is it?", exact=True).input_value()
    visitor.expect_same("the building that was typed before the fault", building, "A houseboat & its shed")
    part = visitor.group("How are you connected to what happened?").get_by_role("radio", name="I saw or heard it")
    visitor.expect(part.is_checked(), "the option that was chosen before the fault to be chosen still")
    visitor.choose("Did they get in?", "Yes")
    visitor.choose("Have you already told the police about this?", "No")
    visitor.press("Continue")

    visitor.choose("Was anyone in the building at the time?", "No")
    visitor.choose("Was anyone hurt?", "No")
    visitor.choose("Did they use violence or a weapon, or threaten to?", "I am not sure")
    visitor.press("Continue")

    visitor.write("Building and street", "1 High Street")
    visitor.write("Town or city", "Newport")
    visitor.write("Postcode (optional)", "NP2O")
    visitor.press("Continue")
    visitor.expect_faults("Enter a full postcode, like SW1A 1AA")
    visitor.write("Postcode (optional)", "NP20 1AA")
    visitor.press("Continue")

    visitor.write_date("When did you notice it?", datetime.date.today() + datetime.timedelta(days=2))
    visitor.choose("Do you know what time it happened?", "Yes")
    visitor.write("What time was it?", "about 3am")
    visitor.choose("Has something like this happened before?", "No")
    visitor.press("Continue")
    visitor.expect_faults("The date when you noticed it must be today or in the past")
    visitor.write_date("When did you notice it?", YESTERDAY)
    visitor.press("Continue")

    visitor.write("How did they get in, or try to?", "By the back door.\nIt was forced.")
    filler.walk(visitor, "Continue", end="property")
    visitor.choose("Was anything taken?", "Yes")
    visitor.choose("Was anything damaged?", "No")
    visitor.press("Continue")
    add_items(visitor)
    filler.walk(visitor, "Continue", end="about-you")

    visitor.write("First name", "Siân")
    visitor.write("Last name", "O’Neill")
    visitor.choose("How can we contact you safely?", "Phone call")
    visitor.write("Phone number", "01632 960 001")
    visitor.choose("Is it safe to leave a message?", "No")
    visitor.press("Continue")
    visitor.press("Continue")
    visitor.expect_faults("Confirm that what you have written is true as far as you know")
    visitor.confirm("What I have written is true, as far as I know and believe.")
    visitor.press("Continue")

    visitor.expect_heading("Check your answers")
    for text in ("A houseboat & its shed", "NP20 1AA", "It was forced.", "Siân", "A blue bicycle", "about 3am"):
        visitor.expect_text(text)
    visitor.follow("Change", about="Did they get in?")
    visitor.choose("Did they get in?", "No, but they tried")
    visitor.press("Continue")
    visitor.expect_heading("Check your answers")
    visitor.expect_text("No, but they tried")
    visitor.press("Send")
    visitor.expect_heading("Your form is sent and saved")
    expect_kept_reference(visitor)


def add_items(visitor):
    visitor.pick("What kind of thing is it?", "Bicycle, e-bike or scooter")
    visitor.write("Describe it", "A blue bicycle")
    visitor.press("Continue")
    visitor.expect_text("Item 1")
    visitor.choose("Do you want to add another item?", "Yes")
    visitor.press("Continue")
    visitor.pick("What kind of thing is it?", "Keys")
    visitor.write("Describe it", "Two keys on a ring")
    visitor.press("Continue")
    visitor.expect_text("Item 2")
    visitor.press("Remove", about="Item 2")
    visitor.expect("Two keys" not in visitor.main.inner_text(), "a list without the item that was removed")
    visitor.choose("Do you want to add another item?", "No")
    visitor.press("Continue")


def expect_kept_reference(visitor, code="GWE"):
    reference = visitor.expect_reference(code + REFERENCE)
    visitor.page.reload()
    visitor.expect_same("the reference after the page was loaded again", visitor.expect_reference(code + REFERENCE), reference)


def burglary_in_welsh(visitor):
    visitor.open("/cy/")
    visitor.follow("Rhoi gwybod am fwrgleriaeth")
    visitor.press("Parhau")
    visitor.expect_faults(
        "Dewiswch “Ie” os oes rhywun yn dal yno neu os oes unrhyw un mewn perygl", error="Gwall:", summary="Mae problem")
    visitor.choose("A oes rhywun yn dal yno, neu a oes unrhyw un mewn perygl?", "Na")
    visitor.press("Parhau")
    visitor.choose("Pa fath o adeilad ydyw?", "Cartref")
    filler.walk(visitor, "Parhau", end="check")
    visitor.expect_heading("Gwiriwch eich atebion")
    visitor.expect_text("Cartref")
    visitor.press("Anfon")
    visitor.expect_same("the language", visitor.page.locator("html").get_attribute("lang"), "cy")
    expect_kept_reference(visitor)


def domestic_abuse(visitor):
    asked = visitor.answer_for_others()
    tell_of_someone_else(visitor)
    visitor.write("What is their name? (optional)", "Angharad")
    visitor.choose("Do they know that you are telling us?", "No")
    visitor.press("Continue")
    visitor.write("What do you want us to know? (optional)", "He locks the door.")
    visitor.expect_same("the cookies in a form", [one["name"] for one in visitor.page.context.cookies()], ["soh"])
    visitor.press("Exit this page")
    visitor.expect_same("what the browser asked other hosts for", asked, ["https://www.bbc.co.uk/weather"])
    visitor.expect_same("the heading of the neutral site", visitor.page.locator("h1").inner_text(), "Elsewhere")
    visitor.expect_same("the cookies after leaving", visitor.page.context.cookies(), [])
    for _ in range(3):
        visitor.page.go_back()
        shown = visitor.page.content() + "".join(visitor.page.locator("input, textarea").evaluate_all(
            "all => all.map(one => one.type !== 'radio' ? one.value : one.checked ? 'a chosen option' : '')"))
        for answer in ("Angharad", "He locks the door.", "a chosen option"):
            visitor.expect(answer not in shown, f"Back to show nothing of the answers, and not {answer!r}")


def tell_of_someone_else(visitor):
    """Goes to the first page of a sensitive form that asks for something in words."""
    visitor.open("/report/domestic-abuse")
    visitor.choose("Is anyone hurt or in danger now?", "No")
    visitor.press("Continue")
    visitor.choose("Who is being harmed?", "Someone else")


def road_traffic(visitor):
    visitor.open("/report/road-traffic")
    visitor.choose("Does anyone need help now, or is someone in danger on the road?", "No")
    visitor.press("Continue")
    visitor.choose("What happened?", "Bad driving, but no collision")
    visitor.choose("How were you involved?", "I was cycling")
    filler.walk(visitor, "Continue", end="timing")
    visitor.write_date("On which day did it happen?", YESTERDAY)
    visitor.write("What time was it?", "2:30pm")
    filler.walk(visitor, "Continue", end="reported-vehicle")
    visitor.write("Registration number", "AB12 CDE")
    filler.walk(visitor, "Continue", end="footage")
    visitor.choose("Is there video of it?", "Yes, and I have it")
    video = visitor.main.get_by_label("Add your video (optional)", exact=True)
    video.set_input_files({"name": "clip.mp4", "mimeType": "video/mp4", "buffer": b"no video at all"})
    visitor.press("Continue")
    visitor.expect_faults("“clip.mp4” must be a video (MP4, MOV or WebM)")
    video.set_input_files({"name": "dashcam.mp4", "mimeType": "video/mp4", "buffer": MP4})
    filler.walk(visitor, "Continue", end="check")
    visitor.expect_text("dashcam.mp4")
    deadline = YESTERDAY + datetime.timedelta(days=14)
    visitor.expect_text(f"Last day for a notice of intended prosecution to arrive {deadline:%-d %B %Y}")
    visitor.press("Send")
    expect_kept_reference(visitor)


def streetsafe(visitor, code="GWE"):
    visitor.open("/report/streetsafe")
    visitor.write("Where is it?", "The underpass at the station")
    visitor.write("Town or postcode", "Newport")
    visitor.choose("What made you feel unsafe?", "The place itself")
    visitor.choose("What is it about the place?", "Too little light")
    visitor.choose("When does it feel unsafe?", "After dark")
    visitor.expect_same("the cookies before sending", visitor.page.context.cookies(), [])
    visitor.press("Send")
    visitor.expect_heading("Your form is sent and saved")
    visitor.expect_same("the cookies after sending", visitor.page.context.cookies(), [])
    expect_kept_reference(visitor, code)
