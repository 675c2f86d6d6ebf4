import type { Request, Response } from 'express';
import { texts } from '../../text/texts.ts';
import { languageOfRequest } from '../language.ts';
import type { Render, StorageExchange } from '../options.ts';
import { pageHeaders } from '../refusalPage.ts';
import { type Button, newWindowButton } from './newWindow.ts';

/*
 * Platform storage (LTI Client Side postMessages 1.0, Platform Storage 1.0): a frame of the platform stores a value for
 * us if the browser keeps no cookie. It only ever replaces the cookie that binds a login to the browser: a session
 * needs a cookie, and runs in a window of its own (docs/decisions/0007).
 */

interface Exchange {
  request: Request;
  response: Response;
  render: Render;
}

/** The frame that stores the value, and its origin: the origin of the platform's login endpoint. */
interface StorageFrame {
  target: string;
  authEndpoint: string;
}

function partnerOf({ target, authEndpoint }: StorageFrame): Pick<StorageExchange, 'frame' | 'origin'> {
  return {
    frame: target,
    origin: new URL(authEndpoint).origin,
  };
}

interface Deposit extends StorageFrame {
  state: string;
  secret: string;
  /** Where to go once the value is stored. */
  next: string;
  /** What the person can press if it is not stored: no script, or no answer. */
  instead: Button;
}

/** A part of the state that is unique to this login; short, because a platform has little room for stored values. */
function keyOf(state: string): string {
  return `lti_${state.slice(0, 32)}`;
}

/** Shows a page that stores the browser's secret with the platform, and then goes on to the platform. */
export async function showDeposit(exchange: Exchange, deposit: Deposit): Promise<void> {
  const { state, secret, next, instead } = deposit;
  const storage = { ...partnerOf(deposit), key: keyOf(state), value: secret, next };
  await newWindowButton(exchange, { ...instead, storage });
}

interface Withdrawal extends StorageFrame {
  state: string;
  idToken: string;
  launchUrl: string;
}

/**
 * Shows a page that fetches the secret and sends the launch again with it: only a script can ask the platform's frame.
 */
export async function showWithdrawal(exchange: Exchange, withdrawal: Withdrawal): Promise<void> {
  const { request, response, render } = exchange;
  const { state, idToken, launchUrl } = withdrawal;
  const language = languageOfRequest(request);
  const { title, explanation } = texts[language].refusals.oneMoment;
  const fields = [
    { name: 'id_token', value: idToken },
    { name: 'state', value: state },
  ];
  const storage = { ...partnerOf(withdrawal), key: keyOf(state) };
  const html = await render('lti/platformStorage', { language, title, explanation, href: launchUrl, fields, storage });
  response.status(200).set(pageHeaders()).end(html);
}
