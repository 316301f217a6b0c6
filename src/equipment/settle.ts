import type { Confidence, Device } from '../model/index.ts';
import type { FusedCandidate } from './fuse.ts';
import type { Gathered } from './gather.ts';

interface Verdict {
  readonly confidence: Confidence;
  readonly first: FusedCandidate | undefined;
  readonly isTied: boolean;
  readonly isContradicted: boolean;
}

/** The cheapest check that would decide, by what is missing. Nothing is asked where the maker is certain. */
export function settlingCheck(device: Device, gathered: Gathered, verdict: Verdict): string | undefined {
  if (verdict.confidence === 'certain') return undefined;
  if (gathered.isHoneypot)
    return 'Ask whoever runs the address whether a real unit stands there, and read its type plate.';
  const model = gathered.model ? ` for model ${gathered.model}` : '';
  const brand = gathered.brand ?? 'the brand';
  if (verdict.isTied) {
    return `Ask ${brand} or the reseller in writing who made the hardware${model}, giving serial number and purchase date; or read the maker on the type plate.`;
  }
  if (verdict.isContradicted) {
    return 'Look at the unit: read brand, model and hardware address from its type plate and compare them with the register.';
  }
  switch (gathered.macState) {
    case 'router in front':
      return 'Get the ARP or MAC table of the network behind that router: it has the unit’s own hardware address.';
    case 'made up':
      return 'Read the hardware address printed on the unit; the one seen on the network is made up.';
    case 'none':
      return device.address
        ? `Look up ${device.address} in the ARP or DHCP table of its site: the prefix of the hardware address names the registrant.`
        : 'Read the hardware address (MAC) from the type plate or the box; its prefix names the registrant.';
    case 'says nothing':
    case 'useful':
      break;
  }
  if (!gathered.model) return 'Read the model number from the type plate or the order.';
  if (verdict.first?.hasTechnical) {
    return 'Open the unit’s own web page from inside the site and note the server name and login page; they are the firmware maker’s.';
  }
  return `Ask the reseller for the maker’s declaration${model}, or open the unit’s web page from inside the site and note the server name.`;
}
