import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Builder, Key } from 'selenium-webdriver';
import { type Driver, findFrame, type Place } from './Driver.ts';

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
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answers = await fetch(`${url}/status`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    if (Date.now() > deadline) throw new Error('WebKitWebDriver did not answer within a minute.');
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
  const page = await driver.getWindowHandle();

  /** Goes to the window that was opened last, if it is still there, and out of its frames. */
  let current = page;
  const enterWindow = async (place: Place): Promise<void> => {
    const opened = (await driver.getAllWindowHandles()).filter((each) => each !== page);
    const wanted = (place === 'checkout' && opened.at(-1)) || page;
    // Entering the same window again would take the focus from the frame in it.
    if (wanted !== current) await driver.switchTo().window(wanted);
    current = wanted;
    await driver.switchTo().defaultContent();
  };

  const run = (body: string, input = ''): Promise<unknown> =>
    driver.executeScript(`const input = arguments[0]; ${body}`, input);

  return {
    version: `WebKitGTK ${String(capabilities.get('browserVersion'))}`,
    goTo: async (address) => {
      await enterWindow('page');
      await driver.get(address);
    },
    run: async (place, body, input) => {
      await enterWindow(place);
      const frame = place === 'checkout' ? await run(`${findFrame}return frame;`) : undefined;
      if (frame) await driver.switchTo().frame(frame as never);
      return run(body, input);
    },
    runAround: async (place, body, input) => {
      await enterWindow(place);
      return run(body, input);
    },
    clickAt: async (place, x, y) => {
      await enterWindow(place);
      await driver.actions().move({ x, y }).click().perform();
    },
    type: async (place, text) => {
      await enterWindow(place);
      const keys = text === 'Enter' ? Key.ENTER : text;
      await driver.actions().sendKeys(keys).perform();
    },
    close: async () => {
      await driver.quit();
      service.kill();
      screen.process.kill();
    },
  };
}
