# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# What the console says of itself and of its world.

console-steps-in-room = On Telegram or Matrix: send a live location. In this console there are no phones.
console-steps-in-private = Type your coordinates here: <code>/here 52.5200 13.4050</code>.
console-send-location = Type your coordinates here: <code>/here 52.5200 13.4050</code>.
console-deleting = Deleting your message does not end it.
console-sees = This console shows everything to whoever sits here.
console-no-board = The console has no board: what is printed cannot change. Say <code>/whereis</code>.
console-greeting =
    No network is configured, so this is whereat in the console. People of a room let each other see where they are, for a while. { $kept ->
        [as-set] What is shared is kept, sealed, where the settings say.
       *[in-memory] Nothing is kept on disk.
    }
    Type as anybody, in any room:  ana@march> /here 52.5200 13.4050   then  ben@march> /whereis   then  :wait 30m
    In private:  ana> /help    What can be typed:  :help    To end:  :quit
console-help =
    {"  "}ana@march> /whereis     ana says something in the room march; the first in a room is its admin
    {"  "}ana> /stop              ana says something to the bot in private
    {"  "}:wait 30m               half an hour goes by
    {"  "}:join ana march         ana joins the room; :leave ana march, :kick ana march, :admin ana march likewise
    {"  "}:room hall matrix       the room hall is played on Matrix, and so are its people
    {"  "}mia@hall> /link CODE    CODE stands for the last code that was shown
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = in { $room }
console-to = to { $person } only
console-within = in { $room }, to { $person } only
console-in-place = { $where }, in place of the last answer
console-choose = (answer with the number)
console-private-chat = [{ $label }: /start { $payload }]
console-pin = (with a pin on the network's own map)
console-picture = (with a picture: { $path })
console-deleted = (the answer is deleted: “{ $beginning }…”)
console-reacts = (the bot reacts: 👍)

console-unclear = A line is person@room> message, or person> message. :help says more.
console-unknown = I do not understand that. :help lists what can be typed here.
console-nearest = I do not understand that. Did you mean :{ $verb }? :help lists what can be typed here.
console-not-in = { $person } is not in { $room }
console-gone-from = { $person } is not in { $room } any more. To come back: <code>:join { $person } { $room }</code>
console-who-and-where = Who, and which room? For example <code>:{ $verb } ana march</code>
console-which-network = Which new room, and on which network? There are { $networks }. For example <code>:room hall matrix</code>
console-how-long = For how long? For example :wait 30m
console-longest = { $longest } at a time, at the longest.
console-later = ({ $time } later)
console-people = { $people }
console-nobody-yet = nobody yet
console-no-rooms = no rooms yet
console-room = { $room }: { $people }
console-empty-room = { $room }: nobody
console-admin = { $person } (admin)
