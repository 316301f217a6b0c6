import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnersAnswer, PartyAnswer } from '../schemas/party.ts';
import { openTestService, type TestService } from '../service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const party = (query: string) => service.get<PartyAnswer>(`/v1/parties/hikvision?${query}`);
const listed = (answer: PartyAnswer) =>
  answer.matrix.filter((row) => row.standing === 'listed').map((row) => row.regime);

describe('the page of a party', () => {
  it.each([
    ['2018-01-01', []],
    ['2019-01-01', ['us-ndaa-889']],
    ['2020-01-01', ['us-bis-entity-list', 'us-ndaa-889']],
  ])('as of %s has the listings of that day', async (on, regimes) => {
    expect(listed(await party(`on=${on}`)).sort()).toEqual(regimes);
  });

  it('knows no listing that had not been published', async () => {
    const then = await party('known=2019-01-01');
    expect(then).toMatchObject({ on: '2019-01-01', known: '2019-01-01' });
    expect(then.matrix.map((row) => row.regime)).not.toContain('us-bis-entity-list');
    expect(then.timeline.every(({ day }) => day <= '2019-01-01')).toBe(true);
    expect(then.moments.filter(({ kind }) => kind === 'listed').every(({ day }) => day <= '2019-01-01')).toBe(
      true,
    );
  });

  it('says what a US university may still do, then and now', async () => {
    const asked = 'as=university,grant%20recipient&activities=buy,use,export';
    const effects = async (query: string) =>
      Object.fromEntries(
        (await party(`${asked}${query}`)).activities.map((one) => [one.activity, one.effect]),
      );
    expect(await effects('&on=2020-01-01')).toEqual({
      buy: 'allowed',
      use: 'allowed',
      export: 'licence required',
    });
    expect(await effects('')).toMatchObject({ buy: 'prohibited', use: 'allowed' });
  });

  it('gives the title of every source it names by code', async () => {
    const answer = await party('');
    const codes = answer.names.flatMap((name) => name.provenance?.source.split(', ') ?? []);
    for (const code of codes.filter((one) => one !== 'M')) expect(answer.sources).toHaveProperty(code);
  });

  it('is found by a name in another script and by an identifier', async () => {
    for (const word of ['海康威视', 'CNE100000PM8'])
      expect((await service.get<PartyAnswer>(`/v1/parties/${encodeURIComponent(word)}`)).id).toBe(
        'hikvision',
      );
  });
});

describe('owners', () => {
  const node = async (on: string, id: string) => {
    const owners = await service.get<OwnersAnswer>(`/v1/parties/hikvision/owners?on=${on}`);
    return owners.nodes.find((one) => one.id === id)!;
  };

  it('are those of the day', async () => {
    const shares = async (on: string) =>
      (await service.get<OwnersAnswer>(`/v1/parties/hikvision/owners?on=${on}`)).edges
        .filter((edge) => edge.inForce && edge.owner === 'cetc-52')
        .map((edge) => edge.share);
    expect(await shares('2010-01-01')).toEqual(['48.45 %']);
    expect(await shares('2012-01-01')).toEqual(['40.42 %']);
  });

  it('are not said to be caught by a rule that was not yet made, suspended, or of unknown state', async () => {
    expect((await node('2020-01-01', 'hikvision-uk')).reachedBy).not.toContain('Entity List');
    expect((await node('2025-10-15', 'hikvision-uk')).reachedBy).toContain('Entity List');
    const suspended = await node('2026-01-15', 'hikvision-uk');
    expect([...suspended.reachedBy, ...suspended.undetermined]).not.toContain('Entity List');
    expect((await node('2026-11-20', 'hikvision-uk')).undetermined).toContain('Entity List');
  });

  it('come with the proof and the links it rests on', async () => {
    const owners = await service.get<OwnersAnswer>('/v1/parties/hikvision-uk/owners?on=2025-10-15');
    const proof = owners.proofs.find(({ regime }) => regime === 'us-bis-entity-list')!;
    expect(proof).toMatchObject({ result: 'caught', listed: 'hikvision' });
    const edges = owners.edges.filter(({ id }) => proof.edges.includes(id));
    expect(edges.map(({ owner, owned }) => [owner, owned])).toContainEqual(['hikvision', 'hikvision-uk']);
  });
});
