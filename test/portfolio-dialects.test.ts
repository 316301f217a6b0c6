import { describe, expect, it } from 'vitest';
import { createKnownValues } from '../src/equipment/index.ts';
import type { Device } from '../src/model/index.ts';
import { readAny } from '../src/portfolio/index.ts';
import { equipmentKnowledge } from './equipment-knowledge.ts';

const values = createKnownValues(equipmentKnowledge().signatures);

function read(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { portfolio, unread } = readAny([{ name, bytes }], { values });
  for (const { fault } of unread) throw fault;
  return portfolio;
}

function first(content: string | Uint8Array): Partial<Device> {
  const device = read('export', content).assets.find((asset) => asset.kind === 'device');
  const { brand, model, mac, address, serial, site, purchased, count, type } = device ?? {};
  return JSON.parse(
    JSON.stringify({ brand, model, mac, address, serial, site, purchased, count, type }),
  ) as Partial<Device>;
}

const mac = '4419B63A1001';

/** A program's list of hardware addresses: what it prints above, and one line. */
const lists: readonly (readonly [program: string, text: string])[] = [
  [
    'arp-scan',
    'Interface: eth0, type: EN10MB, MAC: 00:0c:29:aa:bb:cc\nStarting arp-scan 1.9.7\n10.1.1.11\t44:19:b6:3a:10:01\tHangzhou Hikvision Digital Technology Co.,Ltd.\n10.1.1.12\t14:2f:fd:22:10:02\tLT SECURITY INC\n',
  ],
  [
    'ArubaOS',
    ' IP ARP table\n\n  IP Address       MAC Address       Type    Port\n  ---------------- ----------------- ------- ----\n  10.1.1.11        4419b6-3a1001     dynamic 12\n',
  ],
  [
    'Junos',
    'MAC Address       Address         Interface                Flags\n44:19:b6:3a:10:01 10.1.1.11       irb.20 [ge-0/0/1.0]      none\nTotal entries: 1\n',
  ],
  [
    'FortiOS',
    'Address           Age(min)   Hardware Addr      Interface\n10.1.1.11         0          44:19:b6:3a:10:01 internal\n',
  ],
  [
    'VRP',
    'IP ADDRESS      MAC ADDRESS     EXPIRE(M) TYPE        INTERFACE\n10.1.1.11       4419-b63a-1001  12        D-0         GE0/0/1\n',
  ],
  ['dnsmasq', '1763200000 44:19:b6:3a:10:01 10.1.1.11 cam-1 *\n'],
  [
    'net-tools',
    'Address                  HWtype  HWaddress           Flags Mask            Iface\n10.1.1.11                ether   44:19:b6:3a:10:01   C                     eth0\n',
  ],
  [
    'RouterOS',
    'Flags: X - disabled, D - dynamic\n #    ADDRESS         MAC-ADDRESS       INTERFACE\n 0 DC 10.1.1.11       44:19:B6:3A:10:01 bridge\n',
  ],
  [
    'IOS leases',
    'Bindings from all pools not associated with VRF:\nIP address          Client-ID/              Lease expiration        Type\n10.1.1.11           0144.19b6.3a10.01       Mar 02 2026 12:08 AM    Automatic\n',
  ],
  [
    'nmap -oN',
    '# Nmap 7.95 scan initiated Thu Nov 20 10:00:00 2025 as: nmap -sV\nNmap scan report for 10.1.1.11\nHost is up.\nPORT    STATE SERVICE VERSION\n80/tcp  open  http    Hikvision IP camera httpd\nMAC Address: 44:19:B6:3A:10:01 (Hangzhou Hikvision)\n',
  ],
];

describe('lists that network programs print', () => {
  it.each(lists)('%s: the hardware address is read with its network address', (_program, text) => {
    expect(first(text)).toMatchObject({ mac, address: '10.1.1.11' });
  });

  it('takes the versions that nmap prints, and no port name without one', () => {
    const grep =
      '# Nmap 7.95 scan initiated Thu Nov 20 10:00:00 2025 as: nmap\nHost: 10.1.1.11 (cam.example)\tPorts: 80/open/tcp//http//Dahua IP camera httpd/, 554/open/tcp//rtsp///\n';
    const [device] = read('x.gnmap', grep).assets as Device[];
    expect(device?.signals.filter(({ signal }) => signal === 'service product')).toMatchObject([
      { value: 'Dahua IP camera httpd', seen: '2025-11-20' },
    ]);
  });

  it('reads what neighbours told a switch of themselves', () => {
    const text =
      '------------------------------------------------\nLocal Intf: Gi1/0/3\nChassis id: 4419.b63a.1001\nSystem Name: cam-1\n\nSystem Description: \nHikvision DS-2CD2143G2-I\n\nManagement Addresses:\n    IP: 10.1.1.11\n\n';
    expect(first(text)).toMatchObject({ mac, address: '10.1.1.11' });
  });

  it('leaves a table with named columns a table, though it has tabs and hardware addresses', () => {
    expect(
      first(
        'Status\tName\tIP\tManufacturer\tMAC address\nAlive\tcam\t10.1.1.11\tHikvision\t44:19:B6:3A:10:01\n',
      ),
    ).toMatchObject({
      brand: 'Hikvision',
      mac,
    });
  });
});

describe('lists of vendors', () => {
  it.each([
    ['names and nothing else', 'Vendor\nAcme Corp\n'],
    ['a country beside them', 'Supplier Name;Country\nAcme Corp;US\n'],
    ['in Chinese', '供应商名称,国家\nAcme Corp,US\n'],
  ])('are read with %s', (_what, text) => {
    expect(read('v.csv', text).assets).toMatchObject([{ kind: 'vendor', name: 'Acme Corp' }]);
  });

  it('leave a table of devices one, in which the vendor is who made them', () => {
    expect(first('Vendor,Model,Count\nHikvision,DS-2CD2143G2-I,4\n')).toMatchObject({
      brand: 'Hikvision',
    });
  });
});

const german = 'Gerät;Hersteller;Modell;Seriennr.;MAC-Adresse;IP-Adresse;Gebäude;Anschaffungsdatum;Anzahl\n';
const device = { brand: 'Hikvision', model: 'DS-2CD2143G2-I', mac };

/** Header and one row as programs and people of several countries write them. */
const tables: readonly (readonly [what: string, text: string, expected: Partial<Device>])[] = [
  [
    'NetBox’s device list, where Type is the model',
    'Name,Status,Tenant,Site,Location,Rack,Role,Manufacturer,Type,IP Address\ncam-1,Active,,HQ,,,camera,Axis,P3245-LV,10.1.1.11/24\n',
    { brand: 'Axis', model: 'P3245-LV', address: '10.1.1.11', site: 'HQ', type: 'camera' },
  ],
  [
    'ServiceNow with dotted fields',
    'name,model_id.display_name,model_id.manufacturer.name,ip_address,mac_address,location.name\ncam,DS-2CD2143G2-I,Hikvision,10.1.1.11,44:19:b6:3a:10:01,HQ\n',
    { ...device, site: 'HQ' },
  ],
  [
    'SADP, where Device Type is the model',
    'ID,Device Type,Status,IPv4 Address,Port,Software Version,Device Serial No.,MAC Address\n1,DS-2CD2143G2-I,Active,10.1.1.11,8000,V5.5,DS-2CD2143G2-I2021,44-19-b6-3a-10-01\n',
    { model: 'DS-2CD2143G2-I', mac, serial: 'DS-2CD2143G2-I2021' },
  ],
  [
    'runZero with several values in a cell',
    'id,site,alive,addresses,names,type,hw_vendor,hw_product,macs,mac_vendors\n1,HQ,true,10.1.1.11 fe80::1,CAM,IP Camera,Hikvision,DS-2CD2143G2-I,44:19:b6:3a:10:01,Hangzhou\n',
    { ...device, address: '10.1.1.11' },
  ],
  [
    'GLPI in French',
    'Nom;Entité;Statut;Fabricant;Numéro de série;Type;Modèle;Lieu;Dernière modification\ncam;X;En service;Hikvision;S1234567;camera;DS-2CD2143G2-I;Lyon;15-03-2024 10:00\n',
    { brand: 'Hikvision', model: 'DS-2CD2143G2-I', serial: 'S1234567', site: 'Lyon' },
  ],
  [
    'a German spreadsheet',
    `${german}Kamera 1;Hikvision;DS-2CD2143G2-I;S1234567;44-19-B6-3A-10-01;10.1.1.11;Turnhalle;15.03.2021;2\n`,
    { ...device, site: 'Turnhalle', purchased: '2021-03-15' as Device['purchased'] & string, count: 2 },
  ],
  [
    'a Chinese spreadsheet',
    '设备编号,设备名称,品牌,规格型号,序列号,MAC地址,IP地址,安装位置,购置日期,数量\nA1,摄像机,海康威视,DS-2CD2143G2-I,S1234567,44-19-B6-3A-10-01,10.1.1.11,校门,2021-03-15,1\n',
    { brand: '海康威视', model: 'DS-2CD2143G2-I', mac, site: '校门' },
  ],
  [
    'a Japanese spreadsheet',
    '機器名,メーカー,型番,シリアル番号,MACアドレス,IPアドレス,設置場所,購入日\nカメラ,ハイクビジョン,DS-2CD2143G2-I,S1,44:19:B6:3A:10:01,10.1.1.11,玄関,2021/03/15\n',
    { model: 'DS-2CD2143G2-I', mac, site: '玄関' },
  ],
  [
    'a Korean spreadsheet',
    '장비명,제조사,모델명,일련번호,MAC 주소,IP 주소,설치 위치\n카메라,Hikvision,DS-2CD2143G2-I,S1,44:19:B6:3A:10:01,10.1.1.11,정문\n',
    { ...device, site: '정문' },
  ],
  [
    'a Russian spreadsheet',
    'Наименование;Производитель;Модель;Серийный номер;MAC-адрес;IP-адрес;Расположение\nКамера;Hikvision;DS-2CD2143G2-I;S1;44:19:B6:3A:10:01;10.1.1.11;Школа\n',
    { ...device, site: 'Школа' },
  ],
  [
    'a Spanish spreadsheet',
    'Nombre,Marca,Modelo,Dirección MAC,Ubicación\ncam,Hikvision,DS-2CD2143G2-I,44:19:B6:3A:10:01,Patio\n',
    { ...device, site: 'Patio' },
  ],
  [
    'a Polish spreadsheet',
    'Nazwa;Producent;Model;Adres MAC;Lokalizacja\ncam;Hikvision;DS-2CD2143G2-I;44:19:B6:3A:10:01;Szkoła\n',
    { ...device, site: 'Szkoła' },
  ],
  [
    'a Dutch spreadsheet, where Type is the model',
    'Naam;Merk;Type;MAC-adres;Locatie\ncam;Hikvision;DS-2CD2143G2-I;44:19:B6:3A:10:01;Hal\n',
    { ...device, site: 'Hal' },
  ],
  [
    'headers in two languages',
    '品牌 Brand,型号/Model,MAC地址(MAC)\nHikvision,DS-2CD2143G2-I,44:19:B6:3A:10:01\n',
    device,
  ],
  [
    'headers with a word more',
    'Camera Model (if known),Manufacturer / OEM,MAC Address (wired),School Building\nDS-2CD2143G2-I,Hikvision,44:19:B6:3A:10:01,Lincoln\n',
    { ...device, site: 'Lincoln' },
  ],
  [
    'titles and dates above the header',
    'Marrow School District,Security Camera Inventory,,\nPrepared by:,IT Dept.,Date:,2024-01-05\n,,,\nMake,Model #,MAC Addr.,Bldg\nHikvision,DS-2CD2143G2-I,44:19:B6:3A:10:01,Lincoln\n',
    { ...device, site: 'Lincoln' },
  ],
  [
    'no header at all',
    'A1,Hikvision,DS-2CD2143G2-I,44:19:B6:3A:10:01,10.1.1.11\nA2,Axis,P3245-LV,AC:CC:8E:05:10:11,10.1.1.12\n',
    { ...device, address: '10.1.1.11' },
  ],
  [
    'one column for make and model',
    'Location,Camera Make/Model,IP\nGate,Hikvision DS-2CD2143G2-I,10.1.1.11\n',
    { model: 'Hikvision DS-2CD2143G2-I', address: '10.1.1.11', site: 'Gate' },
  ],
  [
    'the zeros of a hardware address cut by a spreadsheet',
    'Tag,Manufacturer,Model,MAC\nA1,Synology,DS923+,1132551028\n',
    { mac: '001132551028' },
  ],
  [
    'NetBox’s API',
    JSON.stringify({
      count: 1,
      results: [
        {
          name: 'cam-1',
          device_type: {
            manufacturer: { name: 'Hikvision' },
            model: 'DS-2CD2143G2-I',
            display: 'DS-2CD2143G2-I',
          },
          role: { name: 'camera' },
          site: { name: 'HQ' },
          primary_ip4: { address: '10.1.1.11/24' },
          custom_fields: { mac: '44:19:B6:3A:10:01' },
        },
      ],
    }),
    { ...device, site: 'HQ', address: '10.1.1.11', type: 'camera' },
  ],
  [
    'Snipe-IT’s API',
    JSON.stringify({
      total: 1,
      rows: [
        {
          asset_tag: 'A1',
          serial: 'S1234567',
          model: { name: 'Hikvision 4MP' },
          model_number: 'DS-2CD2143G2-I',
          manufacturer: { name: 'Hikvision' },
          location: { name: 'HQ' },
          custom_fields: { 'MAC Address': { field: '_snipeit_mac_1', value: '44:19:B6:3A:10:01' } },
        },
      ],
    }),
    { ...device, site: 'HQ', serial: 'S1234567' },
  ],
];

describe('tables of other programs and languages', () => {
  it.each(tables)('%s', (_what, text, expected) => {
    expect(first(text)).toMatchObject(expected);
  });

  it('takes no day for a hardware address', () => {
    expect(first(tables[4]![1])).not.toHaveProperty('mac');
  });

  it('says that it read columns by their values, and how many rows stood above the header', () => {
    const notices = (text: string) => read('x.csv', text).files[0]!.notices.join();
    expect(notices(tables[16]![1])).toContain('brand in column 2');
    expect(notices(tables[15]![1])).toContain('2 rows above the header passed over');
  });

  it('reads legacy encodings of other scripts', () => {
    // 品牌,型号,安装位置 / 海康威视,DS-2CD2143G2-I,校门 in GB 18030.
    const hex =
      'c6b7c5c62cd0cdbac52cb0b2d7b0cebbd6c30abaa3bfb5cdfecad32c44532d32434432313433473 22d492cd0a3c3c50a'.replace(
        ' ',
        '',
      );
    expect(first(Uint8Array.from(Buffer.from(hex, 'hex')))).toMatchObject({
      brand: '海康威视',
      site: '校门',
    });
  });

  it('drops secrets whose column is named in another language', () => {
    const text = 'Marke;Modell;Kennwort\nAxis;P3245-LV;geheim1\n';
    const other = '品牌,型号,密码,用户名\nAxis,P3245-LV,geheim2,geheim3\n';
    expect(JSON.stringify([read('a.csv', text), read('b.csv', other)])).not.toContain('geheim');
  });

  it('takes the shop of a list of orders for no maker', () => {
    const text =
      'PO Number,PO Date,Vendor,Item Description,Qty,Unit Price\nP1,2021-03-15,CDW Government LLC,Hikvision DS-2CD2143G2-I 4MP,3,$189.00\n';
    expect(first(text)).toMatchObject({ count: 3 });
    expect(first(text)).not.toHaveProperty('brand');
  });
});

describe('answers of Shodan and Censys in their several forms', () => {
  const banner = {
    ip_str: '203.0.113.5',
    port: 80,
    product: 'Hikvision IP camera httpd',
    timestamp: '2025-11-18T10:11:12',
  };
  const host = {
    ip: '203.0.113.5',
    services: [
      {
        port: 80,
        transport_protocol: 'tcp',
        software: [{ cpe: 'cpe:2.3:h:hikvision:x' }],
        endpoints: [{ http: { headers: { Server: { headers: ['App-webs/'] } } } }],
      },
    ],
  };
  const signalsOf = (text: string) =>
    (read('x', text).assets as Device[])[0]?.signals.map(({ signal, value }) => `${signal} ${value}`);
  it.each([
    ['a list of banners', JSON.stringify([banner])],
    ['a banner with a number for its address', JSON.stringify([{ ...banner, ip: 3_405_803_781 }])],
    [
      'a table of banners',
      'data,hostnames,ip,ip_str,org,port,timestamp,transport,product\n"HTTP/1.1 200 OK\r\nServer: App-webs/\r\n\r\n",,3405803781,203.0.113.5,ISP,80,2025-11-18T10:11:12,tcp,Hikvision IP camera httpd\n',
    ],
  ])('%s', (_what, text) => {
    expect(signalsOf(text)).toContain('service product Hikvision IP camera httpd');
    expect((read('x', text).assets as Device[])[0]?.address).toBe('203.0.113.5');
  });
  it.each([
    ['the view of one host', JSON.stringify({ code: 200, result: host })],
    ['one host a line', `${JSON.stringify(host)}\n${JSON.stringify(host)}\n`],
    ['the later platform', JSON.stringify({ result: { hits: [{ host_v1: { resource: host } }] } })],
  ])('%s', (_what, text) => {
    expect(signalsOf(text)).toEqual(
      expect.arrayContaining(['http server App-webs/', 'cpe cpe:2.3:h:hikvision:x']),
    );
  });
});
