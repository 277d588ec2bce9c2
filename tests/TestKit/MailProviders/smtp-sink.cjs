'use strict';
// A mail server for tests (the npm package smtp-server). It takes mails for everybody, tells each on standard output as a line of JSON,
// and misbehaves as its options and the recipients' names say. It ends when its standard input does.
const { SMTPServer } = require(process.argv[2]);
const options = JSON.parse(process.argv[3]);

const answers = { 'refused': 550, 'later': 450, 'content-refused': 554, 'content-later': 451 };
let taken = 0;

function failure(code) {
  const error = new Error('as the test asked for');
  error.responseCode = code;
  return error;
}

function hangUp(session) {
  for (const connection of server.connections) {
    if (connection.id === session.id) {
      connection._socket.destroy();
    }
  }
}

const local = address => address.split('@')[0];

const server = new SMTPServer({
  logger: false,
  secure: options.tls === 'Implicit',
  hideSTARTTLS: options.tls !== 'StartTls',
  disabledCommands: options.tls === 'StartTls' ? [] : ['STARTTLS'],
  authOptional: !options.user,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  onAuth(auth, session, callback) {
    const isKnown = auth.username === options.user && auth.password === options.password;
    callback(isKnown ? null : failure(535), isKnown ? { user: auth.username } : undefined);
  },
  onRcptTo(address, session, callback) {
    const name = local(address.address);
    if (name === 'hang-up-early') {
      return hangUp(session);
    }
    const code = name.startsWith('content-') ? undefined : answers[name];
    return callback(code ? failure(code) : null);
  },
  onData(stream, session, callback) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const name = local(session.envelope.rcptTo[0].address);
      if (answers[name]) {
        return callback(failure(answers[name]));
      }
      taken += 1;
      const isLost = name === 'hang-up-late' || (options.loseEvery > 0 && taken % options.loseEvery === 0);
      const line = JSON.stringify({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(recipient => recipient.address),
        secure: session.secure,
        user: session.user || '',
        content: Buffer.concat(chunks).toString('base64'),
      });
      return process.stdout.write(line + '\n', () => (isLost ? hangUp(session) : callback()));
    });
  },
});

server.on('error', () => {});
server.listen(0, '127.0.0.1', () => process.stdout.write(JSON.stringify({ port: server.server.address().port }) + '\n'));
process.stdin.on('end', () => process.exit(0)).resume();
