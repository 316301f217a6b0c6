import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Contract, Device, Holding, Payment, Portfolio } from '../src/model/index.ts';
import { readAny } from '../src/portfolio/index.ts';
import { describeWithShared, sharedData } from './shared-data.ts';

const folder = sharedData('exposure/');

function read(...names: string[]) {
  return readAny(names.map((name) => ({ name, bytes: readFileSync(`${folder}${name}`) })));
}

function of<K extends Portfolio['assets'][number]['kind']>(kind: K, ...names: string[]) {
  return read(...names).portfolio.assets.filter((asset) => asset.kind === kind) as Extract<
    Portfolio['assets'][number],
    { kind: K }
  >[];
}

describeWithShared('the sample exports', () => {
  it('are each read, or refused with a reason and a remedy', () => {
    for (const section of readdirSync(folder)) {
      if (!statSync(`${folder}${section}`).isDirectory()) continue;
      for (const name of readdirSync(`${folder}${section}`)) {
        const { portfolio, unread } = read(`${section}/${name}`);
        expect(portfolio.files.length + unread.length, name).toBe(1);
        for (const { fault } of unread) expect(fault.remedy, name).toBeTruthy();
      }
    }
  });

  it.each([
    ['inventory/constructed-snipe-it-assets.csv', 'Snipe-IT', 27],
    ['inventory/constructed-netbox-devices.csv', 'NetBox', 27],
    ['inventory/constructed-lansweeper.csv', 'Lansweeper', 27],
    ['inventory/constructed-servicenow-cmdb.csv', 'ServiceNow', 27],
    ['inventory/constructed-milestone-hardware.csv', 'Milestone', 20],
    ['inventory/constructed-genetec-camera-inventory.csv', 'Genetec', 20],
    ['inventory/constructed-axis-camera-station-devices.csv', 'Axis Camera Station', 20],
    ['inventory/constructed-arp-cisco-ios.txt', 'ARP table (Cisco IOS)', 27],
    ['inventory/constructed-arp-linux-ip-neigh.txt', 'neighbour table (Linux)', 27],
    ['inventory/constructed-arp-windows.txt', 'ARP table (Windows)', 16],
    ['inventory/constructed-mac-table-cisco-ios.txt', 'MAC table (Cisco IOS)', 27],
    ['inventory/constructed-dhcpd.leases', 'leases (ISC dhcpd)', 27],
    ['inventory/constructed-dhcp-kea.csv', 'Kea leases', 27],
    ['inventory/constructed-dhcp-windows.csv', 'Windows DHCP leases', 27],
    ['inventory/constructed-onvif-probe-matches.xml', 'ONVIF probe answers', 10],
    ['inventory/constructed-messy-spreadsheet.csv', 'devices table (CSV)', 9],
    ['nmap/constructed-site-scan.xml', 'nmap XML', 30],
    ['shodan/constructed-download.ndjson', 'Shodan download', 11],
    ['shodan/constructed-api-host.json', 'Shodan answer', 1],
    ['shodan/constructed-api-search.json', 'Shodan answer', 4],
    ['censys/constructed-search-hosts.json', 'Censys hosts', 3],
  ])('%s is read as %s with %i devices', (name, reader, count) => {
    const { portfolio } = read(name);
    expect([portfolio.files[0]?.reader, portfolio.assets.length]).toEqual([reader, count]);
  });

  it('drops the password column unread and says so', () => {
    const { portfolio } = read('inventory/constructed-milestone-hardware.csv');
    expect(JSON.stringify(portfolio)).not.toMatch(/REDACT-ME|svc-vms/);
    expect(portfolio.files[0]?.notices.join()).toContain(
      '"HardwarePassword" may hold secrets: dropped unread',
    );
  });

  it('does not read who an asset is checked out to', () => {
    expect(read('inventory/constructed-snipe-it-assets.csv').mappings[0]?.mapping.dropped).toContain(
      'Checked Out To: Email',
    );
  });

  it('keeps what is whole of an aborted scan and names the line of the cut', () => {
    const { portfolio, issues } = read('nmap/constructed-truncated-scan.xml');
    expect(portfolio.assets).toHaveLength(10);
    expect(issues).toMatchObject([{ code: 'AS_FILE_TRUNCATED', lost: true }]);
  });

  it('takes a port name of method "table" for no evidence', () => {
    const unit = of('device', 'nmap/constructed-site-scan.xml').find((one) => one.address === '10.20.4.21');
    expect(unit?.signals.map(({ signal }) => signal)).toEqual(['mac vendor', 'open port']);
  });

  it('lets the newest banner of a port win and keeps tags', () => {
    const devices = of('device', 'shodan/constructed-download.ndjson');
    expect(
      devices.find((one) => one.address === '192.0.2.10')?.signals.every(({ seen }) => seen === '2025-11-18'),
    ).toBe(true);
    expect(devices.find((one) => one.address === '198.51.100.21')?.signals).toContainEqual(
      expect.objectContaining({ signal: 'tag', value: 'honeypot' }),
    );
  });

  it('reads counts and hardware addresses in any notation out of a messy spreadsheet', () => {
    const devices = of('device', 'inventory/constructed-messy-spreadsheet.csv');
    expect(devices.map(({ count }) => count)).toEqual([3, 1, 1, 2, 4, 2, 6, 1, 1]);
    expect(devices.map(({ mac }) => mac).filter(Boolean)).toEqual([
      '142FFD221002',
      '9002A90C1005',
      '4419B6AABBCC',
      'ACCC8E051011',
    ]);
  });

  it('keeps provenance of every merged row and shows where files disagree', () => {
    const merged = of(
      'device',
      'inventory/constructed-genetec-camera-inventory.csv',
      'inventory/constructed-axis-camera-station-devices.csv',
    );
    expect(merged).toHaveLength(20);
    const [first] = merged as Device[];
    expect(first?.rows).toHaveLength(2);
    expect(first?.conflicts).toMatchObject([
      { field: 'firmware', values: [{ value: '5.7.0' }, { value: '10.12.0' }] },
    ]);
  });

  it('merges the same whatever the order of files', () => {
    const names = [
      'inventory/constructed-netbox-devices.csv',
      'inventory/constructed-arp-cisco-ios.txt',
      'nmap/constructed-site-scan.xml',
    ];
    const ids = (list: string[]) =>
      of('device', ...list)
        .map((one) => `${one.mac ?? ''} ${one.address ?? ''} ${one.rows.length}`)
        .sort();
    expect(ids([...names].reverse())).toEqual(ids(names));
  });

  it('reads vendors with identifiers, money and Chinese names', () => {
    const vendors = of('vendor', 'vendors/constructed-vendor-master.csv');
    expect(vendors[0]).toMatchObject({
      id: 'V001',
      name: 'Summit Low Voltage LLC',
      country: 'us',
      spend: { minor: 8_425_000, currency: 'USD' },
      identifiers: [
        { kind: 'UEI', value: 'EXAMPLEUEI01' },
        { kind: 'tax number', value: '12-3456789' },
      ],
    });
    expect(vendors[4]?.name).toBe('杭州海康威视数字技术股份有限公司');
  });

  it('reads contracts: sides, notice in days, federal clause', () => {
    const contracts = of('contract', 'contracts/constructed-contract-register.csv') as Contract[];
    expect(contracts[0]).toMatchObject({
      counterparty: 'Summit Low Voltage LLC',
      noticeDays: 60,
      end: '2029-09-30',
      value: { minor: 1_842_500, currency: 'USD' },
    });
    expect(contracts[2]).toMatchObject({
      counterparty: 'Department of Example',
      counterpartyRole: 'customer',
      federal: true,
    });
  });

  it('reads awards with the model number that stands in the description only', () => {
    const [award] = of('contract', 'usaspending/constructed-current-prime-awards.csv') as Contract[];
    expect(award).toMatchObject({
      id: 'EX0001',
      federal: true,
      signed: '2019-05-02',
      value: { minor: 18_425_000, currency: 'USD' },
    });
    expect(award?.item).toContain('DS-2CD2143G2-I');
    const [tender] = of('contract', 'ocds/constructed-camera-tender-package.json') as Contract[];
    expect(tender).toMatchObject({
      counterparty: 'Summit Low Voltage LLC',
      end: '2029-09-30',
      identifiers: [{ kind: 'UEI' }],
    });
    expect(tender?.item).toContain('DS-2CD2143G2-I');
  });

  it('keeps amounts below zero in old award files', () => {
    const amounts = (of('contract', 'usaspending/real-legacy-treasury-contracts.csv') as Contract[]).map(
      ({ value }) => value?.minor ?? 0,
    );
    expect(amounts).toHaveLength(126);
    expect(amounts.some((minor) => minor < 0)).toBe(true);
  });

  it('reads holdings with and without ISIN, through funds, from N-PORT; and warns of what a 13F cannot show', () => {
    const custody = of('holding', 'holdings/constructed-custody-holdings.csv') as Holding[];
    expect(custody.map(({ isin }) => isin)).toEqual(['CNE100000PM8', undefined, 'US0000000000', undefined]);
    expect(of('holding', 'holdings/constructed-fund-lookthrough.csv')[0]).toMatchObject({
      through: { fund: 'Emerging Markets Index Fund', weight: '0.0012' },
    });
    expect(of('holding', 'nport/constructed-primary_doc.xml')[0]).toMatchObject({
      isin: 'CNE100000PM8',
      quantity: '412000',
      value: { minor: 178_540_000, currency: 'USD' },
    });
    expect(read('nport/constructed-13f-infotable.xml').portfolio.files[0]?.notices.join()).toContain(
      'A-shares',
    );
  });

  it('reads every role of a payment, and remittance text', () => {
    const [first, second] = of('payment', 'iso20022/constructed-pacs.008.001.08.xml') as Payment[];
    expect(first?.parties.map(({ role, name }) => `${role}: ${name}`)).toContain(
      'ultimate creditor: Hangzhou Hikvision Digital Technology Co., Ltd.',
    );
    expect(first).toMatchObject({
      due: '2026-11-23',
      amount: { minor: 1_842_500, currency: 'USD' },
      remittance: 'INV 20260911 cameras DS-2CD2143G2-I x 40',
    });
    expect(second?.parties.find(({ role }) => role === 'creditor')?.identifiers).toEqual([
      { kind: 'LEI', value: '00000000000000EXMPL2' },
    ]);
  });

  it('reads unstructured addresses and says that they will be refused', () => {
    const { portfolio } = read('iso20022/constructed-pacs.008.001.08.xml');
    const payment = portfolio.assets[2] as Payment;
    expect(payment.parties[0]).toMatchObject({
      role: 'creditor',
      address: '1199 BINAN ROAD BINJIANG, HANGZHOU CHINA',
    });
    expect(portfolio.files[0]?.notices.join()).toContain('14 November 2026');
  });

  it('reads pain.001 with its payer above the transactions, camt.053 both ways and MT103', () => {
    const pain = of('payment', 'iso20022/constructed-pain.001.001.09.xml') as Payment[];
    expect(pain[1]?.parties.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'creditor: 海康威视数字技术股份有限公司',
      'debtor: Calder Ridge College',
      'initiating party: Calder Ridge College',
      'debtor agent: EXAMUS33XXX',
    ]);
    expect(
      of('payment', 'iso20022/real-camt.053-statement-sample.xml').map(({ direction }) => direction),
    ).toEqual(['in', 'out', 'in', 'in', 'in']);
    expect(of('payment', 'iso20022/constructed-mt103.txt')[0]).toMatchObject({
      id: 'REF00001',
      due: '2026-11-23',
      amount: { minor: 1_842_500, currency: 'USD' },
      remittance: 'INV 20260911 HIKVISION CAMERAS',
      parties: [
        { role: 'debtor', name: 'CALDER RIDGE COLLEGE' },
        { role: 'debtor agent' },
        { role: 'creditor agent' },
        { role: 'creditor', name: 'SUMMIT TRADING HK LIMITED' },
      ],
    });
  });

  it('reads the chip, modem and firmware makers out of a hardware bill of material', () => {
    const [unit] = of('device', 'cyclonedx/constructed-hbom-nvr.json');
    expect(unit?.signals.map(({ signal, value }) => `${signal}: ${value}`)).toEqual([
      'chip maker: HiSilicon (Shanghai) Technologies Co., Ltd. Hi3536',
      'chip maker: Quectel Wireless Solutions Co., Ltd. EC25-AF',
      'firmware maker: Zhejiang Dahua Technology Co., Ltd.',
    ]);
  });
});
