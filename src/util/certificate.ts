import { connect } from 'node:tls';
import { doubt, fault, well, type Finding } from '../domain/finding.ts';

const DAY = 24 * 3_600_000;
/** Milliseconds to wait for an answer. */
const PATIENCE = 8000;
/** In days. Certificates that are renewed automatically are renewed a month before they expire. */
const SOON = 14;

/**
 * Reports how long the certificate at an https or smtps address stays valid; nothing for other addresses. @param now
 * milliseconds since 1970
 */
export async function certificateAt(of: string, address: string, now: number): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'smtps:') return [];
  const end = await endOf(hostname, Number(port) || (protocol === 'https:' ? 443 : 465)).catch(() => undefined);
  if (end === undefined)
    return [
      fault(of, `No certificate can be had from ${hostname}.`, 'See that it runs, and that this machine reaches it.'),
    ];
  const days = Math.floor((end - now) / DAY);
  if (days < 0)
    return [fault(of, `The certificate of ${hostname} has run out.`, 'Renew it; nobody can be reached by it.')];
  const says = `The certificate of ${hostname} is valid for ${days} days more.`;
  return [days < SOON ? doubt(of, says, 'See why it has not been renewed.') : well(of, says)];
}

function endOf(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // Only the expiry date matters here, not whether the certificate is trusted; nothing is sent.
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: PATIENCE }, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to));
      socket.destroy();
    });
    socket.once('error', reject).once('timeout', () => socket.destroy(new Error('timeout')));
  });
}
