/**
 * What Next.js itself writes, one JSON object a line, in the form of the backend's lines. Loaded before it:
 * `node --require ./json-lines.cjs server.js`. Lines that are JSON already pass.
 */
const ESCAPE = String.fromCharCode(27);
const COLOURS = new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g');
const LONGEST = 2000;

function lines(stream, level) {
  const write = stream.write.bind(stream);
  stream.write = (chunk, encoding, done) => {
    const text = (
      typeof chunk === 'string' ? chunk : globalThis.Buffer.from(chunk).toString('utf8')
    )
      .replace(COLOURS, '')
      .trimEnd();
    const after = typeof encoding === 'function' ? encoding : done;
    if (text.trim() === '') {
      if (after) process.nextTick(after);
      return true;
    }
    return write(`${isJson(text) ? text : line(text, level)}\n`, after);
  };
}

function line(text, level) {
  // Next.js marks warnings and errors with a sign of their own.
  const said = text.trimStart();
  const found = said.startsWith('⚠') ? 'warning' : said.startsWith('⨯') ? 'error' : level;
  return JSON.stringify({
    event: said.slice(0, LONGEST),
    level: found,
    logger: 'next',
    timestamp: new Date().toISOString(),
  });
}

function isJson(text) {
  if (!text.startsWith('{') || text.includes('\n')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

lines(process.stdout, 'info');
lines(process.stderr, 'error');
