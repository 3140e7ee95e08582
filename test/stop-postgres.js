export default async function stopPostgres() {
  await globalThis.gongkaiTestPostgres?.stop();
}
