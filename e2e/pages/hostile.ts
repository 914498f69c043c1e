/** A frame that an attacker controls: keeps every message it hears; tests make it send. */
export interface Hostile {
  readonly heard: unknown[];
  readonly ports: MessagePort[];
}

declare global {
  interface Window {
    hostile: Hostile;
  }
}

const hostile: Hostile = { heard: [], ports: [] };
window.hostile = hostile;
window.addEventListener('message', ({ data, ports, origin }) => {
  hostile.heard.push({ data: data as unknown, origin });
  for (const port of ports) {
    hostile.ports.push(port);
    port.onmessage = (event) => {
      hostile.heard.push({ data: event.data as unknown, port: true });
    };
  }
});
