/** The module of a thread beside the module that names it, as source or as compiled: `workerModule(import.meta.url, 'my-worker')`. */
export function workerModule(beside: string, name: string): URL {
  return new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside);
}
