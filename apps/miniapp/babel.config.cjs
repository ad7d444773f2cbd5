module.exports = {
  // What no line of ours does, so that what old phones are given stays short: asking for document.all, objects that say otherwise as text, spreading into setters, symbols as
  // keys of what is taken apart, getters that do more than get.
  assumptions: {
    noDocumentAll: true,
    ignoreToPrimitiveHint: true,
    setSpreadProperties: true,
    objectRestNoSymbols: true,
    pureGetters: true,
  },
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
