# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# What is said to coordinates and durations as people type them, where they are refused or asked back.

place-not-read = I could not read “{ $given }” as a place. Nothing was shared.
place-in-short-link = Only a map service knows where this link leads, and I ask none. Open it, and send the coordinates: <code>/here 52.5200 13.4050</code>.
place-in-short-code = This code is short, and means a place only near a town. Send the whole code: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = Latitude goes from -90 to 90, longitude from -180 to 180. For example: <code>/here 52.5200 13.4050</code>.
# $stands: whether a position from before is still shown
older-position =
    { $stands ->
        [yes] Your position from before still stands.
       *[no] Nobody sees a position of yours here.
    }
# To the sharer alone.
place-read = I read latitude { $latitude }, longitude { $longitude }.
place-other-way = If it is the other way round, say <code>/here { $command }</code>.

# A number without a unit.
expiry-which-unit =
    { $number } of what? Nothing was changed. Say it with a unit.
    { expiry-examples }
expiry-two-readings =
    “{ $given }” can mean { $first } or { $second }. Nothing was changed.
    { expiry-examples }
