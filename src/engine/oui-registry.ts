import { createRequire } from 'node:module';

let registry: Readonly<Record<string, string>> | undefined;

/** The IEEE registry of hardware address prefixes as npm `oui-data` ships it; read when first needed. */
export function ouiRegistry(): Readonly<Record<string, string>> {
  registry ??= createRequire(import.meta.url)('oui-data') as Readonly<Record<string, string>>;
  return registry;
}
