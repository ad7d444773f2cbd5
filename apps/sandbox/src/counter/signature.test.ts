import { signature, signedHeaders } from './signature';

describe('the signature of the gateway', () => {
  // Made outside this program: printf '%s' '_api_access_key=AK&_api_name=6101&_api_timestamp=1700000000000&_api_version=1.0.0' | openssl dgst -sha1 -hmac SK -binary | base64
  const EXPECTED = 'AIwiMZZBKZgtKpL1wjCKNRmi4PE=';
  const headers = { _api_version: '1.0.0', _api_name: '6101', _api_timestamp: '1700000000000', _api_access_key: 'AK' };

  it('equals the one that openssl makes, in whatever order the headers come', () => {
    expect(signature(headers, 'SK')).toBe(EXPECTED);
  });

  it('goes along with the four headers that it covers', () => {
    const signed = signedHeaders({ infno: '6101', at: new Date(1_700_000_000_000) }, { accessKey: 'AK', secretKey: 'SK' });
    expect(signed).toEqual({ ...headers, _api_signature: EXPECTED });
  });

  it.each(['_api_name', '_api_version', '_api_timestamp', '_api_access_key'])('changes with %s', (name) => {
    expect(signature({ ...headers, [name]: 'other' }, 'SK')).not.toBe(EXPECTED);
  });
});
