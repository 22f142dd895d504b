module.exports = { ...require('../../jest.engines.cjs'), rootDir: __dirname };
