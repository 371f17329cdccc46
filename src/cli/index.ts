import { readCommand } from './readCommand.js';
import { serveSandbox } from './serveSandbox.js';

const command = readCommand(process.argv.slice(2));
if (command.kind === 'sandbox') await start(command.host, command.port);
else {
  (command.kind === 'help' ? process.stdout : process.stderr).write(command.text);
  process.exitCode = command.kind === 'help' ? 0 : 2;
}

async function start(host: string, port: number): Promise<void> {
  try {
    const { origin, close } = await serveSandbox({
      host,
      port,
      folder: new URL('.', import.meta.url),
      callbackSecret: process.env.SANDBOX_CALLBACK_SECRET,
    });
    console.log(`
  Status page   ${origin}/__sandbox
  API           ${origin}/checkout/v1/api
  Credentials   sandbox / sandbox
  ${/^(127\.|::1$|localhost$)/.test(host) ? 'Only this machine reaches it.' : 'Everybody in your network can open it and press its switches.'} No money moves. Ctrl+C stops it.
`);
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
