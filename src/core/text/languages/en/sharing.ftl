# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# What is said to those who share.

shared-once = The members of <b>{ $room }</b> can see this position for { $left }. Then it is destroyed.
shared-live = The members of <b>{ $room }</b> can see where you are, live, for { $left }.
shared-as-square = They see only a fixed square of { $square }. To change that: <code>/precision</code>.
only-latest-kept = Only your latest position is kept, { $expiry } at the longest.
# $deleting: what becomes of a share when its message is deleted, on this network
end-sooner = To end it sooner, say <code>/stop</code>. { $deleting }
end-live = To end it, stop the live location or say <code>/stop</code>. { $deleting }
nothing-shared-yet =
    Nobody can see this position, and it was not kept: I know of no room that we are both in.
    Say <code>/share</code> in a room that I am in, and come back here as my answer there says.
position-not-kept = Nobody can see this position, and it was not kept.

share-lost =
    I lost part of my data, so nobody can see this live location any more.
    To go on, send your location again.

# To the sharer of a live location, in private: the phone may have ended the app, or may lie still.
no-new-position = No new position for { $age }. Standing still looks the same.

which-room = Who may see where you are? Until you choose, nobody can see this position.
# What one chooses from.
room-choice = { $room }
# Of rooms whose names look the same. $number: in the order in which the reader came to know them
room-choice-since = { $room } (no. { $number }, you were first seen there { $known })
nothing-waits = There is no position waiting for a choice. Send your location again, and I will ask.
not-your-room = That is none of the rooms that you can choose now. Nobody can see the position that waits for your choice.
choice-not-now =
    { $advice ->
        [make-admin] That room hides its members from me, so I cannot share with it. Ask an admin to make me an admin too, then choose again.
       *[ask-again] The network does not tell me now if you are in that room. Nobody can see your position yet. Choose again in a minute.
    }
asked-before = I asked that about an earlier position. Nobody can see it. Choose under my latest question.
share-over = This share is already over, or it came too late. Nobody can see it. To share again, send your location again.

stopped =
    { $where ->
        [anywhere] Stopped. Nobody in any room can see where you are; your last position is destroyed.
       *[here] Stopped. Nobody in this room can see where you are; your last position is destroyed.
    }
    If your phone still sends a live location, stop it there too. I ignore it from now on.
not-sharing =
    { $where ->
        [anywhere] You do not share a position with any room.
       *[here] You do not share a position with this room.
    }

not-a-place =
    I need two numbers, latitude and longitude in degrees, for example <code>/here 52.5200 13.4050</code>.
    A link of a map with coordinates in it works as well.
# $first, $second: what else it may mean
two-readings =
    “{ $given }” can be read in two ways, far from each other. Nothing was shared.
    { $first }
    { $second }
read-as-numbers = If it is latitude and longitude in degrees, say <code>/here { $command }</code>.
read-with-minutes = If it is degrees and minutes of both, say <code>/here { $command }</code>.
read-as-one-number = If it is one number, { $number }, then the second one is missing: I need latitude and longitude.
read-as-latitude-with-minutes = If it is { $degrees } degrees and { $minutes } minutes, which is { $number }, then the longitude is missing.
no-fix =
    Phones say latitude 0, longitude 0, or an accuracy below 0, when they do not know where they are. Nothing was changed.
    Send your location again when your phone knows it.

link-over =
    This link is over, or it is not for you.
    Say <code>/share</code> in the room again, and come back here as my new answer says.
# The link is good; it is not known whether whoever opens it is in the room.
link-not-now =
    { $advice ->
        [make-admin] This link is good, but that room hides its members from me. Ask an admin to make me an admin too, then open it again.
       *[ask-again] This link is good, but the network does not tell me now if you are in that room. Open it again in a minute.
    }
linked-to = From here you share with the members of <b>{ $room }</b>. Nobody sees anything yet.
share-here = To let this room know where you are:
share-otherwise = Or send your live location to me in private; the way there is below. Or type coordinates: <code>/here 52.5200 13.4050</code>.
share-aside =
    You can also share with this room in private. I write to you in a direct chat, and invite you into it.
    Or type coordinates here: <code>/here 52.5200 13.4050</code>.
share-aside-refused = I could not write to you in a direct chat. Begin one with me, and send your location there.
share-in-private =
    I cannot hear live locations in this room. Open the private chat with me, the way is below, and send yours there.
    You can also type coordinates here: <code>/here 52.5200 13.4050</code>.
# On the button under the answer to /share.
share-button = Share with this room in private
too-many-shares =
    This position was not taken. You are known in more rooms than I can keep, or too many people share with this one.
    Say <code>/forget</code> to begin anew, or try again later.
# Another hand than the sharer's ended it; $room: none when its name is not known.
share-ended-by-others =
    { $room ->
        [none]
            { $how ->
                [wiped] A room that you shared with was wiped by an admin, so your share there is over.
                [left] I was removed from a room that you shared with, so your share there is over.
                [removed] You were removed from a room that you shared with, so your share there is over.
               *[closed] A room that you shared with was closed, so your share there is over.
            }
       *[named]
            { $how ->
                [wiped] <b>{ $room }</b> was wiped by an admin, so your share there is over.
                [left] I was removed from <b>{ $room }</b>, so your share there is over.
                [removed] You were removed from <b>{ $room }</b>, so your share there is over.
               *[closed] <b>{ $room }</b> was closed, so your share there is over.
            }
    } If your phone still sends a live location, stop it there.

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
