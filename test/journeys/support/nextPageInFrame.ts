import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import type { Engine } from '../../support/engines/driver.ts';
import { until } from '../../support/waiting.ts';
import { startSavingServer, type SavingServer } from '../../look/savingServer.ts';

const BAR = 60;

/** A course room of another site, with a bar that stays where it is. */
function courseRoom(address: string) {
  return `<!doctype html><title>Room</title>
  <style>nav { position: fixed; inset: 0 0 auto; height: ${BAR}px; background: silver } iframe { width: 100%; height: 400px }</style>
  <nav>Bar</nav><p style="height: 300px">Course room</p><iframe src="${address}" title="Activity"></iframe><p style="height: 2500px"></p>
  <script>
    addEventListener('message', ({ data }) => {
      if (data.subject === 'lti.frameResize') document.querySelector('iframe').style.height = data.height + 'px';
    });
  </script>`;
}

/** A test within a suite of an engine: the frame that has grown with its first page is scrolled for its next. */
export function nextPageInFrame(engine: () => Engine): void {
  let tool: SavingServer;
  let room: Server;
  before(async () => {
    tool = await startSavingServer();
    room = express()
      .get('/', (_, res) => void res.send(courseRoom(`${tool.address}/step`)))
      .listen(0, '127.0.0.1');
    await once(room, 'listening');
  });
  after(async () => {
    room.close();
    room.closeAllConnections();
    await tool.close();
  });

  it('the next page in a frame begins at its top, with its heading below the bar of the course', async () => {
    const { tab } = engine();
    const frameTop = () => tab.evaluate<number>(`document.querySelector('iframe').getBoundingClientRect().top`);
    await tab.goto(`http://localhost:${(room.address() as AddressInfo).port}/`);
    const frame = tab.frame();
    await until('the frame is as high as its page', async () =>
      tab.evaluate<boolean>(`document.querySelector('iframe').clientHeight > 1000`),
    );
    await tab.evaluate('scrollTo(0, 700)');
    expect(await frameTop()).to.be.below(-200);
    await frame.evaluate(`void setTimeout(() => location.assign('/step?next'))`);
    await until('the next page is here', async () => {
      const search = await frame.evaluate<string>('location.search').catch(() => '');
      return search === '?next';
    });
    await until('the frame begins at the top of the window', async () => Math.abs(await frameTop()) < BAR);
    const heading = await frame.evaluate<number>(`document.querySelector('h1').getBoundingClientRect().top`);
    expect((await frameTop()) + heading).to.be.above(BAR);
  });
}
