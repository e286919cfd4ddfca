#!/usr/bin/python3
"""A person at a Matrix homeserver who uses matrix-nio, driven by lines of JSON: a client that nobody here wrote.

Reads {"id", "do", ...} on standard input, answers {"id", "result"} or {"id", "error"} on standard output,
and writes {"event"} for each event of a room, as it was decrypted, and {"invite"} for each invitation.
"""
import asyncio, base64, json, logging, sys, tempfile
import nio
from nio.crypto import decrypt_attachment

logging.disable(logging.CRITICAL)


def out(**line):
    print(json.dumps(line), flush=True)


class Person:
    def __init__(self):
        self.client = None
        self.reading = None

    async def login(self, homeserver, user, password, device="nio"):
        self.client = nio.AsyncClient(homeserver, user, store_path=tempfile.mkdtemp(),
            config=nio.AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True))
        answer = self.good(await self.client.login(password, device_name=device))
        self.client.add_event_callback(self.on_event, nio.Event)
        self.client.add_event_callback(self.on_invite, nio.InviteEvent)
        # nio fills no gaps: what a sync leaves out, because more has happened meanwhile, never comes.
        every = {"room": {"timeline": {"limit": 1000}}}
        self.good(await self.client.sync(timeout=0, full_state=True, sync_filter=every))
        self.reading = asyncio.ensure_future(
            self.client.sync_forever(timeout=5000, loop_sleep_time=10, sync_filter=every))
        return {"user_id": self.client.user_id, "device_id": answer.device_id}

    async def on_event(self, room, event):
        unreadable = isinstance(event, nio.MegolmEvent)
        out(event={**event.source, "room_id": room.room_id, "decrypted": bool(getattr(event, "decrypted", False)),
            "undecryptable": unreadable})

    async def on_invite(self, room, event):
        out(invite={"room_id": room.room_id, "sender": event.sender})

    def good(self, answer):
        if isinstance(answer, nio.ErrorResponse):
            raise RuntimeError(f"{type(answer).__name__}: {answer.message}")
        return answer

    async def known(self, room_id, user=None):
        """Waits until the room, and a member's devices, have come with a sync: nio encrypts only for what it has seen."""
        for _ in range(2000):
            room = self.client.rooms.get(room_id)
            if room and (user is None or user in room.users and any(self.client.device_store.active_user_devices(user))):
                return room
            await asyncio.sleep(0.05)
        raise RuntimeError("the room or its member's devices did not come")

    async def create_room(self, encrypted=True, version=None, invite=(), power=None, history=None, rotation=None):
        state = []
        if encrypted:
            content = {"algorithm": "m.megolm.v1.aes-sha2", **(rotation or {})}
            state.append({"type": "m.room.encryption", "state_key": "", "content": content})
        if history:
            state.append({"type": "m.room.history_visibility", "state_key": "", "content": {"history_visibility": history}})
        answer = self.good(await self.client.room_create(invite=list(invite), initial_state=state, room_version=version,
            power_level_override=power))
        await self.known(answer.room_id)
        return answer.room_id

    async def request(self, method, path, body=None):
        """Any request that nio has no method for."""
        headers = {"Authorization": f"Bearer {self.client.access_token}", "Content-Type": "application/json"}
        sent = await self.client.send(method, f"/_matrix/client/v3/{path}", None if body is None else json.dumps(body), headers)
        answer = await sent.json()
        if sent.status >= 400:
            raise RuntimeError(f"{sent.status} {answer.get('errcode')}")
        return answer

    async def picture(self, file):
        """Fetches an encrypted file and decrypts it. @returns its bytes in base64"""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        path = "/_matrix/client/v1/media/download/" + file["url"].removeprefix("mxc://")
        sent = await self.client.send("GET", path, None, headers)
        if sent.status >= 400:
            raise RuntimeError(f"{sent.status}")
        plain = decrypt_attachment(await sent.read(), file["key"]["k"], file["hashes"]["sha256"], file["iv"])
        return base64.b64encode(plain).decode()

    async def invite(self, room, user):
        self.good(await self.client.room_invite(room, user))

    async def join(self, room):
        self.good(await self.client.join(room))
        await self.known(room)

    async def leave(self, room):
        self.good(await self.client.room_leave(room))

    async def kick(self, room, user):
        self.good(await self.client.room_kick(room, user))

    async def send(self, room, type, content, to=None):
        await self.known(room, to)
        # A member's coming or going that arrives while nio shares the room's key drops this key, and nio then misses it: nothing is sent.
        for _ in range(20):
            try:
                return self.good(await self.client.room_send(room, type, content, ignore_unverified_devices=True)).event_id
            except KeyError:
                await asyncio.sleep(0.05)
        raise RuntimeError("the room's key was dropped each time that it was shared")

    async def state(self, room, type, content, key=""):
        return self.good(await self.client.room_put_state(room, type, content, key)).event_id

    async def redact(self, room, event):
        return self.good(await self.client.room_redact(room, event)).event_id

    async def withhold(self, user, withhold=True):
        """Whether the person's app gives a user's devices no keys."""
        for device in self.client.device_store.active_user_devices(user):
            (self.client.blacklist_device if withhold else self.client.unblacklist_device)(device)

    async def new_key(self, room):
        """The next message is sent under a new key."""
        self.client.olm.outbound_group_sessions.pop(room, None)


async def main():
    person = Person()
    lines = asyncio.StreamReader()
    await asyncio.get_event_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        asked = json.loads(line)
        number, do = asked.pop("id"), asked.pop("do")
        try:
            out(id=number, result=await getattr(person, do)(**asked))
        except Exception as error:
            out(id=number, error=f"{do}: {type(error).__name__}: {error}")
    if person.client:
        person.reading and person.reading.cancel()
        await person.client.close()


asyncio.run(main())
