export default definePageConfig({ navigationBarTitleText: '不用手机怎么办' });
