'use strict';
// Outlives the host by a moment: when the host is gone, however it went, it ends what the host had started.
// Each line on standard input is "+PID" or "-PID"; the end of the input is the end of the host.
const fs = require('fs');

const watched = new Set();
const patienceMs = 8000;

// Ctrl-C reaches the whole terminal group. The host decides what happens then; this process only waits for its end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

let rest = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    const pid = Number(line.slice(1));
    if (line[0] === '+') watched.add(pid);
    else watched.delete(pid);
  }
});
process.stdin.on('end', endAll);
process.stdin.on('error', endAll);

function endAll() {
  // A handler may have been started through a shell: its descendants are found before their parents go.
  const all = [...watched].flatMap((pid) => [pid, ...descendants(pid)]);
  all.forEach((pid) => signal(pid, 'SIGTERM'));
  const deadline = Date.now() + patienceMs;
  const timer = setInterval(() => {
    const left = all.filter(isAlive);
    if (left.length === 0) process.exit(0);
    if (Date.now() < deadline) return;
    left.forEach((pid) => signal(pid, 'SIGKILL'));
    clearInterval(timer);
  }, 50);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  return signal(pid, 0);
}

function descendants(pid) {
  try {
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}
