import type { Feature, FeatureCollection, Geometry } from 'geojson';

export type Country = Feature<Geometry, { readonly name: string }>;

/** The countries of the world (Natural Earth, 1:110 million), loaded when a map is opened. Borders show no opinion on disputes. */
export async function loadCountries(): Promise<FeatureCollection<Geometry, { readonly name: string }>> {
  const [{ feature }, atlas] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/countries-110m.json'),
  ]);
  type Atlas = Parameters<typeof feature>[0];
  // The file is a topology with an object `countries`; its generic JSON type does not say so.
  const topology = atlas.default as unknown as Atlas;
  const shapes = feature(topology, topology.objects.countries!);
  return shapes as FeatureCollection<Geometry, { readonly name: string }>;
}
