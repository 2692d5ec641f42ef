# SPDX-License-Identifier: GPL-3.0-or-later
"""A network of pipes between real node processes: delays, partitions by dropping, deaths and restarts.

Everything happens inside ask(), collect() and until(), which turn one loop until what they wait for is there
or their time is up; there are no threads and no sleeps.
"""
import heapq
import json
import os
import random
import selectors
import subprocess
import time


class Cluster:
    def __init__(self, program, workload, count, arguments=(), seed=1, delay=(0.0, 0.004)):
        self.command = [program, "maelstrom", "--workload", workload, *arguments]
        self.names = [f"n{i + 1}" for i in range(count)]
        self.random = random.Random(seed)
        self.delay = delay
        self.side = {}  # node -> side; nodes of different sides do not hear each other
        self.letters = []  # (due, number, destination, bytes)
        self.number = 0
        self.answers = {}  # number of the request -> body
        self.strays = []  # lines to nobody we know
        self.processes = {}
        self.unread = {}  # node -> bytes of an unfinished line
        self.selector = selectors.DefaultSelector()
        for name in self.names:
            self.start(name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for name in list(self.processes):
            self.kill(name)
        self.selector.close()

    def start(self, name, is_told=True):
        process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, bufsize=0)
        os.set_blocking(process.stdout.fileno(), False)
        self.processes[name] = process
        self.unread[name] = b""
        self.selector.register(process.stdout, selectors.EVENT_READ, name)
        if is_told:
            body = {"type": "init", "node_id": name, "node_ids": self.names}
            assert self.ask(name, body)["type"] == "init_ok"

    def kill(self, name):
        process = self.processes.pop(name)
        self.selector.unregister(process.stdout)
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()

    def isolate(self, *names):
        self.side = {name: 1 for name in names}

    def heal(self):
        self.side = {}

    def write(self, name, line):
        try:
            self.processes[name].stdin.write(line + b"\n")
        except (BrokenPipeError, KeyError):
            pass  # it is dead; so is the message

    def send(self, name, body):
        """Puts a request on its way at once and returns its number."""
        self.number += 1
        message = {"src": "c1", "dest": name, "body": {**body, "msg_id": self.number}}
        self.write(name, json.dumps(message).encode())
        return self.number

    def turn(self, seconds):
        """Lets the network work for at most that long, or until something has arrived."""
        now = time.monotonic()
        while self.letters and self.letters[0][0] <= now:
            _, _, name, line = heapq.heappop(self.letters)
            self.write(name, line)
        if self.letters:
            seconds = min(seconds, self.letters[0][0] - now)
        for key, _ in self.selector.select(max(seconds, 0)):
            try:
                read = key.fileobj.read(1 << 16)
            except BlockingIOError:
                continue
            if not read:
                self.selector.unregister(key.fileobj)
                raise AssertionError(f"{key.data} has ended with {self.processes[key.data].poll()}")
            *lines, self.unread[key.data] = (self.unread[key.data] + read).split(b"\n")
            for line in lines:
                self.route(line)

    def route(self, line):
        message = json.loads(line)
        source, destination = message["src"], message["dest"]
        if destination in self.names:
            if self.side.get(source) == self.side.get(destination):
                self.number += 1
                due = time.monotonic() + self.random.uniform(*self.delay)
                heapq.heappush(self.letters, (due, self.number, destination, line))
        elif "in_reply_to" in message["body"]:
            self.answers[message["body"]["in_reply_to"]] = message["body"]
        else:
            self.strays.append(message)

    def collect(self, numbers, seconds=5.0):
        """The answers to the numbers, in their order; None where there is none in time."""
        deadline = time.monotonic() + seconds
        while any(n not in self.answers for n in numbers) and time.monotonic() < deadline:
            self.turn(deadline - time.monotonic())
        return [self.answers.get(n) for n in numbers]

    def ask(self, name, body, seconds=5.0):
        answer = self.collect([self.send(name, body)], seconds)[0]
        assert answer is not None, f"{name} did not answer {body}"
        return answer

    def until(self, is_so, seconds=10.0):
        """Asks again and again whether something has come true."""
        deadline = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < deadline, "it did not come true in time"
            self.turn(0.02)
