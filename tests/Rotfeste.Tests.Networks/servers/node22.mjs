// Imported first: an older Node fails deep inside a package, with words that help nobody.
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(`The reference servers need Node 22 or later; this is ${process.version}. scripts/tools.sh brings one (need_node22).`)
  process.exit(1)
}
