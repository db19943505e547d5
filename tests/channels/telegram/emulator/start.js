// Starts the independent emulator telegram-test-api on the loopback: node start.js PORT
//
// What version 4.2.1 does otherwise than Telegram is put right here:
// - getUpdates forgets an update once it was handed out, and returns at once: here `offset`
//   confirms and `timeout` waits, as in the Bot API. Without it, confirming after the commit
//   could not be tested.
// - its routes for clients do not say which update id they made; here they do.
// - getMe lacks `is_bot`, taps lack `chat_instance`, dates are in milliseconds, `result` is null.
'use strict';

const express = require('express');
const TelegramServer = require('telegram-test-api');

const server = new TelegramServer({ host: '127.0.0.1', port: Number(process.argv[2]), storeTimeout: 3600 });
const outer = express();
const NEWS = ['AddedUserMessage', 'AddedUserCommand', 'AddedUserCallbackQuery'];
server.setMaxListeners(0);

function news(milliseconds, request) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      NEWS.forEach((name) => server.off(name, done));
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    NEWS.forEach((name) => server.on(name, done));
    request.on('close', done);
  });
}

function waiting(token) {
  return server.storage.userMessages
    .filter((update) => update.botToken === token)
    .sort((a, b) => a.updateId - b.updateId)
    .map(TelegramServer.formatUpdate)
    .map((update) => {
      if (update.callback_query) update.callback_query.chat_instance = '1';
      return update;
    });
}

outer.all('/bot:token/getUpdates', express.urlencoded({ extended: true }), async (req, res) => {
  const asked = { ...req.query, ...req.body };
  const { token } = req.params;
  if (asked.offset) {
    server.storage.userMessages = server.storage.userMessages
      .filter((update) => update.botToken !== token || update.updateId >= Number(asked.offset));
  }
  if (!waiting(token).length && Number(asked.timeout)) await news(Number(asked.timeout) * 1000, res);
  res.json({ ok: true, result: waiting(token).slice(0, Number(asked.limit) || 100) });
});

outer.use((req, res, next) => {
  const json = res.json.bind(res);
  res.json = (body) => {
    if (body && body.ok && body.result === null) body.result = true;
    if (body && body.ok && req.path.endsWith('/getMe')) body.result.is_bot = true;
    if (body && body.ok && /^\/bot.*\/sendMessage$/.test(req.path)) {
      const { message_id, date, chat, text } = body.result;
      body.result = { message_id, date: Math.floor(date / 1000), chat, text };
    }
    if (body && body.ok && /^\/send(Message|Command|Callback)$/.test(req.path)) {
      body.result = server.updateId - 1;
    }
    return json(body);
  };
  next();
});
outer.use(server.webServer);
server.webServer = outer;

server.start().then(() => process.stdout.write('ready\n'));
