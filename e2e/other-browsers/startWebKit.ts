import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Builder, Key } from 'selenium-webdriver';
import { type Driver, findFrame } from './Driver.ts';

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** A port that is free now: the driver of WebKit cannot choose one and tell. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** A screen that nobody sees; Xvfb says the number of the one it has taken. */
async function startScreen(): Promise<{ readonly process: ChildProcess; readonly name: string }> {
  const process = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1200x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(process.stdout, 'data')) as [Buffer];
  return { process, name: `:${number.toString().trim()}` };
}

async function waitForDriver(url: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answers = await fetch(`${url}/status`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    if (Date.now() > deadline) throw new Error('WebKitWebDriver did not answer within 10 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** WebKitGTK's little browser on a screen of its own, driven by WebDriver. */
export async function startWebKit(driverPath: string): Promise<Driver> {
  const screen = await startScreen();
  const port = await findPort();
  const service = spawn(driverPath, [`--port=${String(port)}`], {
    env: {
      ...process.env,
      DISPLAY: screen.name,
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Its own sandbox needs rights that continuous integration does not give.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await waitForDriver(url);
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    })
    .build();
  const capabilities = await driver.getCapabilities();

  return {
    version: `WebKitGTK ${String(capabilities.get('browserVersion'))}`,
    goTo: (address) => driver.get(address),
    run: async (place, body, input = '') => {
      await driver.switchTo().defaultContent();
      const frame: unknown =
        place === 'checkout' ? await driver.executeScript(`${findFrame}return frame;`) : undefined;
      if (frame) await driver.switchTo().frame(frame as never);
      return driver.executeScript(`const input = arguments[0]; ${body}`, input);
    },
    clickAt: async (x, y) => {
      await driver.switchTo().defaultContent();
      await driver.actions().move({ x, y }).click().perform();
    },
    type: (text) =>
      driver
        .actions()
        .sendKeys(text === 'Enter' ? Key.ENTER : text)
        .perform(),
    close: async () => {
      await driver.quit();
      service.kill();
      screen.process.kill();
    },
  };
}
