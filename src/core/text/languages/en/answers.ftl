# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } somewhere within { $accuracy } of <code>{ $position }</code>{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }. Kept for { $left }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } at <code>{ $position }</code>, uncertain by at least { $accuracy }{ $heading ->
                [none] {""}
               *[known] , heading { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }. Kept for { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } at <code>{ $position }</code>, accuracy unknown{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }. Kept for { $left }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } at <code>{ $position }</code>, within { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }. Kept for { $left }.
            }
    }
# The same on a board, which stands while time goes by.
where-is-on-board =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } somewhere within { $accuracy } of <code>{ $position }</code>{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } at <code>{ $position }</code>, uncertain by at least { $accuracy }{ $heading ->
                [none] {""}
               *[known] , heading { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } at <code>{ $position }</code>, accuracy unknown{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } at <code>{ $position }</code>, within { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }.
            }
    }
# $asker: the one who asked, in a room; "you" in private.
where-is-from =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } { $distance } { $direction } of { $asker ->
                [none] you
               *[known] <b>{ $asker }</b>
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }. Somewhere within { $accuracy } of <code>{ $position }</code>, kept for { $left }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } { $distance } { $direction } of { $asker ->
                [none] you
               *[known] <b>{ $asker }</b>
            }{ $heading ->
                [none] {""}
               *[known] , heading { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }. At <code>{ $position }</code>, uncertain by at least { $accuracy }, kept for { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } { $distance } { $direction } of { $asker ->
                        [none] you
                       *[known] <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }. At <code>{ $position }</code>, accuracy unknown, kept for { $left }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } { $distance } { $direction } of { $asker ->
                        [none] you
                       *[known] <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }. At <code>{ $position }</code>, within { $accuracy }, kept for { $left }.
            }
    }
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } less than { $distance } from { $asker ->
                [none] you
               *[known] <b>{ $asker }</b>
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }. Somewhere within { $accuracy } of <code>{ $position }</code>, kept for { $left }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] was last seen
               *[now] is
            } less than { $distance } from { $asker ->
                [none] you
               *[known] <b>{ $asker }</b>
            }{ $heading ->
                [none] {""}
               *[known] , heading { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, { $when }. At <code>{ $position }</code>, uncertain by at least { $accuracy }, kept for { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } less than { $distance } from { $asker ->
                        [none] you
                       *[known] <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }. At <code>{ $position }</code>, accuracy unknown, kept for { $left }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] was last seen
                       *[now] is
                    } less than { $distance } from { $asker ->
                        [none] you
                       *[known] <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] , heading { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, { $when }. At <code>{ $position }</code>, within { $accuracy }, kept for { $left }.
            }
    }
# Two sentences of one person: where they are, and how far that is from where people meet.
said-together = { $first } { $second }
from-meeting = That is { $distance } { $direction } of the meeting point.
near-meeting = That is less than { $distance } from the meeting point.
# $district: none where no part of town is known.
at-street =
    { $district ->
        [none] on { $street }
       *[known] on { $street }, { $district }
    }
near-district = near { $district }
board-begins = Here I show who shares with this room.
board-kept = I keep this board up to date. A position goes from it when its share ends, or when its time is over.
position-destroyed = <b>{ $name }</b> still shares, but I have no position now. The last one was destroyed, as each is after { $expiry } at the latest.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> shares with this room.
       *[named] <b>{ $name }</b> shares with <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] Of those you asked for, I can show you one person.
       *[other] Of those you asked for, I can show you { $people } people.
    }
nearest-to-whom = I do not know where you are, so I cannot tell who is nearest. To share your position, say <code>/share</code>. Then ask again.
nobody-near = Nobody else shares a position that I can show you now.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] One person shares with this room now.
               *[other] { $people } people share with this room now.
            }
       *[named]
            { $people ->
                [one] One person shares with <b>{ $room }</b> now.
               *[other] { $people } people share with <b>{ $room }</b> now.
            }
    }
nobody-shares =
    { $room ->
        [none] Nobody shares a position with this room now.
       *[named] Nobody shares a position with <b>{ $room }</b> now.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] There is nobody in this room whose position I can show you now.
       *[named] There is nobody in <b>{ $room }</b> whose position I can show you now.
    }
share-yours = To share yours, say <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] I can show you one person now of those who share with this room.
               *[other] I can show you { $people } people now of those who share with this room.
            }
       *[named]
            { $people ->
                [one] I can show you one person now of those who share with <b>{ $room }</b>.
               *[other] I can show you { $people } people now of those who share with <b>{ $room }</b>.
            }
    }
more-by-name = More may share. Ask for one of them by name: <code>/whereis NAME</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = There is nobody called “{ $wanted }” whose position I can show you now.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = I have no position to show you now of the person who wrote that message.
several-fit = More than one fits “{ $wanted }”. A name alone does not tell who somebody is.
# Before a line for each of them.
which-one = More than one fits “{ $wanted }”. Ask again with what stands in brackets, or mention the person.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] One more fits. Ask with more of the name.
       *[other] { $more } more fit. Ask with more of the name.
    }
no-common-room =
    I know of no room that we are both in, so there is nobody I can show you.
    Ask in the room itself: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Copy the coordinates
       *[known] Copy: { $name }
    }
pin-of-whom = Say whose pin you want: <code>/pin NAME</code>. I send it to you alone.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Your app gets the map under this pin from a map service. That service learns the place, and your address on the internet.
pin-too-wide = I send no pin: it could not show how uncertain this place is.
pin-not-reached = I could not send you the pin. I give a pin to one person alone, never to a room. Open a private chat with me, and say <code>/pin</code> again.
pin-not-sent = I could not send you the pin. Ask again in a minute, or ask <code>/whereis</code> for the same in words.

# A line of an answer, with the number that the person has in the picture.
on-picture = { $number }. { $line }
picture-how = The numbers are those in the picture. A circle or a square there shows how far off a position may be.
picture-number-alone = In the picture, a name in letters that I cannot draw is its number alone.
# On a button: 64 characters at most are seen.
picture-button = Draw a picture
# Words in the picture: who asked, and when; a sign for north.
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] { $by } asked at { $clock }
    }
picture-north = N
picture-meeting = Meeting point
no-picture =
    { $why ->
        [busy] I draw no picture now: too many others wait. Ask again in a minute.
        [not-taken] This chat did not take my picture. The answer is complete without it.
        [plain-room] I send no picture here. This room is not encrypted, so its servers would keep a file that they can read.
       *[failed] I could not draw the picture. The answer is complete without it.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Somebody else may share here, but this room hides its members from me. Make me an admin of this room, and I can see them.
       *[ask-again] Somebody else may share here, but the network does not tell me now if they are still a member. Ask again in a minute.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] I answer only members of this room, but it hides them from me. Make me an admin of this room, and I can see them.
       *[ask-again] I answer only members of this room, but the network does not tell me now who is one. Ask again in a minute.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] In a room where I have seen you, the members are hidden from me. Once I am an admin there, I can see them.
       *[ask-again] The network does not tell me now in which rooms we both are. Ask again in a minute.
    }
