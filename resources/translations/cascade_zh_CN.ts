<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>A teaching model of a crypto market in which a class watches a crash happen, step by step, and finds out what would have stopped it.</source>
   <translation>一个加密货币市场的教学模型：全班一步一步观看一场崩盘如何发生，并自己找出什么本可以阻止它。</translation>
  </message>
  <message>
   <source>About Cascade Lab</source>
   <translation>关于 Cascade Lab</translation>
  </message>
  <message>
   <source>Cascade Lab {version}</source>
   <translation>Cascade Lab {version}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Free software</source>
   <translation>自由软件：</translation>
  </message>
  <message>
   <source>One run is one weather.</source>
   <translation>一次运行只是一种随机行情。</translation>
  </message>
  <message>
   <source>This is a stylised model: its traders, market makers and exchanges are artificial, and their numbers are claimed, reported or assumed, as each of them says when you ask “Where from?”. Exchanges bear known names because their published rules are used; nothing here depicts what any firm did or would do. It forecasts no price and is no advice to buy or sell.</source>
   <translation>这是一个简化模型：其中的交易者、做市商和交易所都是虚构的，所用数字有的是文章声称的，有的是他处报道的，有的是我们假设的——问“来自哪里？”时，每个数字都会说明。交易所沿用人们熟悉的名字，只因采用了它们公开的规则；这里没有任何内容描述哪家公司做过或会做什么。它不预测价格，也不是买卖建议。</translation>
  </message>
  <message>
   <source>What is chance in a run – who trades when, and how much – hangs on its seed, as a day hangs on its weather. A cure that helped under one seed may harm under the next: compare it over many before you believe it.</source>
   <translation>一次运行中的偶然——谁在何时交易、交易多少——取决于它的种子，正如掷骰子的结果取决于运气。在一个种子下有效的对策，换一个种子也许有害：相信它之前，请用许多种子比较。</translation>
  </message>
  <message>
   <source>What it is not.</source>
   <translation>它不是什么。</translation>
  </message>
  <message>
   <source>What it leaves out:</source>
   <translation>它没有包括：</translation>
  </message>
  <message>
   <source>options, spot markets and lending, traders who learn, news after the first, the time that real systems need when everybody sends orders at once.</source>
   <translation>期权、现货市场与借贷，会学习的交易者，第一条之后的消息，以及人人同时下单时真实系统所需的时间。</translation>
  </message>
  <message>
   <source>under the MIT licence. Drawn with Qt, used under the LGPL; computed with numpy and numba.</source>
   <translation>依 MIT 许可证发布。界面使用 Qt（LGPL）绘制；计算使用 numpy 和 numba。</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>Back one cause</source>
   <translation>后退一个环节</translation>
  </message>
  <message>
   <source>Back one second</source>
   <translation>后退一秒</translation>
  </message>
  <message>
   <source>Chart before</source>
   <translation>上一个图表</translation>
  </message>
  <message>
   <source>Charts side by side, and back</source>
   <translation>图表并排显示，再按还原</translation>
  </message>
  <message>
   <source>Copy this chart as a picture</source>
   <translation>把此图表复制为图片</translation>
  </message>
  <message>
   <source>Copy this chart's numbers</source>
   <translation>复制此图表的数据</translation>
  </message>
  <message>
   <source>End the lesson</source>
   <translation>结束课程</translation>
  </message>
  <message>
   <source>Explore freely, and back</source>
   <translation>自由探索，再按返回</translation>
  </message>
  <message>
   <source>Faster</source>
   <translation>更快</translation>
  </message>
  <message>
   <source>Lesson's text: further down</source>
   <translation>课文：往下</translation>
  </message>
  <message>
   <source>Lesson's text: further up</source>
   <translation>课文：往上</translation>
  </message>
  <message>
   <source>Lessons …</source>
   <translation>课程……</translation>
  </message>
  <message>
   <source>Margin calculator</source>
   <translation>保证金计算器</translation>
  </message>
  <message>
   <source>Mark before on the time line</source>
   <translation>时间轴上的上一个标记</translation>
  </message>
  <message>
   <source>New run with the settings that wait</source>
   <translation>用待生效的设置重新运行</translation>
  </message>
  <message>
   <source>New seed: same market, other weather</source>
   <translation>新种子：同样的市场，另一段随机行情</translation>
  </message>
  <message>
   <source>Next cause</source>
   <translation>下一个环节</translation>
  </message>
  <message>
   <source>Next chart</source>
   <translation>下一个图表</translation>
  </message>
  <message>
   <source>Next mark on the time line</source>
   <translation>时间轴上的下一个标记</translation>
  </message>
  <message>
   <source>Next second</source>
   <translation>下一秒</translation>
  </message>
  <message>
   <source>Next step of the lesson</source>
   <translation>课程的下一步</translation>
  </message>
  <message>
   <source>Nothing but the stage, and back</source>
   <translation>只看主画面，再按还原</translation>
  </message>
  <message>
   <source>Play or pause</source>
   <translation>播放或暂停</translation>
  </message>
  <message>
   <source>Presenter layout, and back</source>
   <translation>演示布局，再按还原</translation>
  </message>
  <message>
   <source>Projector look, and back</source>
   <translation>投影外观，再按还原</translation>
  </message>
  <message>
   <source>Restart: same seed, first second</source>
   <translation>重新开始：同一种子，第一秒</translation>
  </message>
  <message>
   <source>Save this chart as PNG, SVG or CSV</source>
   <translation>把此图表存为 PNG、SVG 或 CSV</translation>
  </message>
  <message>
   <source>Save this state as a lesson …</source>
   <translation>把当前状态存为课程……</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>更慢</translation>
  </message>
  <message>
   <source>Stage alone on the full screen, and back</source>
   <translation>全屏只看主画面，再按还原</translation>
  </message>
  <message>
   <source>Step before</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Switch: {title}</source>
   <translation>开关：{title}</translation>
  </message>
  <message>
   <source>Teacher's notes, and hide them</source>
   <translation>教师备注，再按隐藏</translation>
  </message>
  <message>
   <source>This list of keys</source>
   <translation>按键列表（即本表）</translation>
  </message>
  <message>
   <source>To the menus</source>
   <translation>转到菜单</translation>
  </message>
  <message>
   <source>Tour of three minutes</source>
   <translation>三分钟导览</translation>
  </message>
  <message>
   <source>Worksheet and answers as PDF …</source>
   <translation>练习单和答案（PDF）……</translation>
  </message>
 </context>
 <context>
  <name>AftermathChart</name>
  <message>
   <source>Ninety days after</source>
   <translation>此后九十天</translation>
  </message>
  <message>
   <source>books, if calm now</source>
   <translation>订单簿（若从此平静）</translation>
  </message>
  <message>
   <source>daily income, share of normal, if calm began now</source>
   <translation>日收入占平时的比例（若从此平静）</translation>
  </message>
  <message>
   <source>day {day}</source>
   <translation>第 {day} 天</translation>
  </message>
  <message>
   <source>depth</source>
   <translation>深度</translation>
  </message>
  <message>
   <source>if calm began now: customers' trust over {days} days</source>
   <translation>若从此平静：{days} 天内客户的信任</translation>
  </message>
  <message>
   <source>if calm began now: orders in the books over {days} days, as a share of normal</source>
   <translation>若从此平静：{days} 天内订单簿挂单占平时的比例</translation>
  </message>
  <message>
   <source>if calm began now: the exchanges' daily income, as a share of normal; over {days} days {change}</source>
   <translation>若从此平静：交易所日收入占平时的比例；{days} 天合计 {change}</translation>
  </message>
  <message>
   <source>if calm began now: what small coins are worth; after {days} days {lost}</source>
   <translation>若从此平静：小市值币的市值；{days} 天后 {lost}</translation>
  </message>
  <message>
   <source>income, if calm now</source>
   <translation>收入（若从此平静）</translation>
  </message>
  <message>
   <source>orders in the books, share of normal, if calm began now</source>
   <translation>订单簿挂单占平时的比例（若从此平静）</translation>
  </message>
  <message>
   <source>revenue</source>
   <translation>收入</translation>
  </message>
  <message>
   <source>small coins</source>
   <translation>小市值币</translation>
  </message>
  <message>
   <source>small coins, if calm now</source>
   <translation>小市值币（若从此平静）</translation>
  </message>
  <message>
   <source>trust</source>
   <translation>信任</translation>
  </message>
  <message>
   <source>trust, if calm began now</source>
   <translation>信任（若从此平静）</translation>
  </message>
  <message>
   <source>trust, if calm now</source>
   <translation>信任（若从此平静）</translation>
  </message>
  <message>
   <source>value of small coins, if calm began now</source>
   <translation>小市值币的市值（若从此平静）</translation>
  </message>
  <message>
   <source>what would follow this second</source>
   <translation>从这一秒起会怎样</translation>
  </message>
  <message>
   <source>{name} {value}</source>
   <translation>{name} {value}</translation>
  </message>
 </context>
 <context>
  <name>BookImport</name>
  <message>
   <source>real asks</source>
   <translation>真实卖单</translation>
  </message>
  <message>
   <source>real bids</source>
   <translation>真实买单</translation>
  </message>
  <message>
   <source>synthetic, one side</source>
   <translation>合成订单簿，单边</translation>
  </message>
  <message>
   <source>{distance} from the price</source>
   <translation>距价格 {distance}</translation>
  </message>
 </context>
 <context>
  <name>BookImportDialog</name>
  <message>
   <source>A real order book: {name}</source>
   <translation>真实订单簿：{name}</translation>
  </message>
  <message>
   <source>Begin with this book</source>
   <translation>用这个订单簿开始</translation>
  </message>
  <message>
   <source>Beyond {reach} the file knows nothing; the synthetic shape goes on from there.</source>
   <translation>文件只到 {reach}；再往外按合成订单簿的形状延续。</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Cumulative depth by distance from the price</source>
   <translation>累计深度（按与价格的距离）</translation>
  </message>
  <message>
   <source>It is the book of</source>
   <translation>所属交易所</translation>
  </message>
  <message>
   <source>Save as a scenario</source>
   <translation>存为情景</translation>
  </message>
  <message>
   <source>Save as a scenario …</source>
   <translation>存为情景……</translation>
  </message>
  <message>
   <source>Scenarios (*.toml)</source>
   <translation>情景 (*.toml)</translation>
  </message>
  <message>
   <source>Which exchange's book it is</source>
   <translation>它是哪家交易所的订单簿</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>已写入：{path}</translation>
  </message>
  <message>
   <source>all exchanges together</source>
   <translation>所有交易所合计</translation>
  </message>
  <message>
   <source>known up to</source>
   <translation>已知范围</translation>
  </message>
  <message>
   <source>price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>real</source>
   <translation>真实</translation>
  </message>
  <message>
   <source>resting within {distance}, one side</source>
   <translation>{distance} 以内的挂单，单边</translation>
  </message>
  <message>
   <source>spread</source>
   <translation>点差</translation>
  </message>
  <message>
   <source>spread, of the price</source>
   <translation>点差占价格的比例</translation>
  </message>
  <message>
   <source>synthetic</source>
   <translation>合成</translation>
  </message>
  <message>
   <source>{number} bp</source>
   <translation>{number} 基点</translation>
  </message>
  <message>
   <source>{symbol} starts with this book's depth and shape, and with its price and spread where the model allows them: at least one tick.</source>
   <translation>{symbol} 以这个订单簿的深度和形状开始；模型允许时也沿用其价格和点差：点差至少为一个最小变动价位。</translation>
  </message>
 </context>
 <context>
  <name>BookOverTime</name>
  <message>
   <source>Order book over time</source>
   <translation>订单簿历史</translation>
  </message>
  <message>
   <source>all</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>asks</source>
   <translation>卖单</translation>
  </message>
  <message>
   <source>bids</source>
   <translation>买单</translation>
  </message>
  <message>
   <source>longs</source>
   <translation>多头</translation>
  </message>
  <message>
   <source>longs liquidated {usd}</source>
   <translation>多头强平 {usd}</translation>
  </message>
  <message>
   <source>price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>shorts</source>
   <translation>空头</translation>
  </message>
  <message>
   <source>shorts liquidated {usd}</source>
   <translation>空头强平 {usd}</translation>
  </message>
  <message>
   <source>{name}: bids {bids}, asks {asks}</source>
   <translation>{name}：买单 {bids}，卖单 {asks}</translation>
  </message>
  <message>
   <source>{symbol}: orders resting per 0.1 % of price; dots: liquidated</source>
   <translation>{symbol}：每 0.1% 价格区间的挂单；圆点：强平</translation>
  </message>
  <message>
   <source>{symbol}: resting orders</source>
   <translation>{symbol}：挂单</translation>
  </message>
  <message>
   <source>{symbol}: resting orders; dots: liquidated</source>
   <translation>{symbol}：挂单；圆点：强平</translation>
  </message>
 </context>
 <context>
  <name>Causes</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Because of:</source>
   <translation>因为：</translation>
  </message>
  <message>
   <source>Its cause came by way of {channel}, {seconds} s before:</source>
   <translation>起因经由{channel}传来，发生在 {seconds} 秒前：</translation>
  </message>
  <message>
   <source>Its cause came from {source} by way of {channel}, {seconds} s before:</source>
   <translation>起因来自 {source}，经由{channel}传来，发生在 {seconds} 秒前：</translation>
  </message>
  <message>
   <source>Its cause was {channel}: no single event stands behind it.</source>
   <translation>起因是{channel}：背后没有单独的某个事件。</translation>
  </message>
  <message>
   <source>Maker {maker} falls below its margin and cancels every quote.</source>
   <translation>做市商 {maker} 跌破维持保证金，撤下全部报价。</translation>
  </message>
  <message>
   <source>Maker {maker} has lost {usd} and shows fewer orders.</source>
   <translation>做市商 {maker} 已亏损 {usd}，减少挂单。</translation>
  </message>
  <message>
   <source>Maker {maker} is healthy again and quotes.</source>
   <translation>做市商 {maker} 恢复正常，重新报价。</translation>
  </message>
  <message>
   <source>Maker {maker} is out: everything sold.</source>
   <translation>做市商 {maker} 出局：仓位全部卖出。</translation>
  </message>
  <message>
   <source>Maker {maker} owes {usd} that it cannot pay; the insurance funds bear it.</source>
   <translation>做市商 {maker} 欠下 {usd} 无力偿还，由保险基金承担。</translation>
  </message>
  <message>
   <source>News: fundamental value begins to fall by {size}, first heard on {exchange}.</source>
   <translation>消息：基本面价值开始下跌 {size}，{exchange} 最先得知。</translation>
  </message>
  <message>
   <source>News: fundamental value begins to rise by {size}, first heard on {exchange}.</source>
   <translation>消息：基本面价值开始上涨 {size}，{exchange} 最先得知。</translation>
  </message>
  <message>
   <source>Nothing in this market caused it.</source>
   <translation>在本模型中没有更早的起因。</translation>
  </message>
  <message>
   <source>Paused since {clock}.</source>
   <translation>自 {clock} 起暂停交易。</translation>
  </message>
  <message>
   <source>Paused since {clock}: all this happened before.</source>
   <translation>自 {clock} 起暂停交易：以上都发生在此之前。</translation>
  </message>
  <message>
   <source>The leverage cap: traders on {exchange} bring {usd} of margin.</source>
   <translation>杠杆上限：{exchange} 的交易者补缴保证金 {usd}。</translation>
  </message>
  <message>
   <source>The liquidity insurance of {asset} on {exchange} is used up.</source>
   <translation>{exchange} 上 {asset} 的流动性保险已用完。</translation>
  </message>
  <message>
   <source>The rescue fund acts: it has heard of {usd} liquidated.</source>
   <translation>救助基金出手：它得知的强平额已达 {usd}。</translation>
  </message>
  <message>
   <source>The rescue fund has paid {usd}.</source>
   <translation>救助基金已付出 {usd}。</translation>
  </message>
  <message>
   <source>The rescue fund is empty: {usd} paid.</source>
   <translation>救助基金已用完：共付出 {usd}。</translation>
  </message>
  <message>
   <source>Withdrawals from {exchange} pass {usd}.</source>
   <translation>{exchange} 的提款累计超过 {usd}。</translation>
  </message>
  <message>
   <source>Your order trades {usd} of {asset} on {exchange} at {price}.</source>
   <translation>你的订单在 {exchange} 以 {price} 成交 {asset} {usd}。</translation>
  </message>
  <message>
   <source>arbitrage with {source}</source>
   <translation>与 {source} 的套利</translation>
  </message>
  <message>
   <source>arbitrageurs' waiting orders here</source>
   <translation>套利者在本所的挂单</translation>
  </message>
  <message>
   <source>chance trades here</source>
   <translation>本所的随机成交</translation>
  </message>
  <message>
   <source>collateral sold here</source>
   <translation>本所卖出的抵押品</translation>
  </message>
  <message>
   <source>everything else</source>
   <translation>其他因素</translation>
  </message>
  <message>
   <source>holders' stop orders</source>
   <translation>持有者的止损单</translation>
  </message>
  <message>
   <source>liquidations sold or bought here</source>
   <translation>本所的强平单</translation>
  </message>
  <message>
   <source>market makers following {source}</source>
   <translation>做市商跟随 {source}</translation>
  </message>
  <message>
   <source>market makers here</source>
   <translation>本所的做市商</translation>
  </message>
  <message>
   <source>the news itself</source>
   <translation>消息本身</translation>
  </message>
  <message>
   <source>the re-opening auction</source>
   <translation>恢复交易的竞价</translation>
  </message>
  <message>
   <source>value traders here</source>
   <translation>本所的价值买家</translation>
  </message>
  <message>
   <source>your own orders</source>
   <translation>你自己的订单</translation>
  </message>
  <message>
   <source>{asset} on {exchange} fell by {change} in the last {seconds} s, to {dollars}.</source>
   <translation>{exchange} 的 {asset} 在最近 {seconds} 秒内下跌 {change}，到 {dollars}。</translation>
  </message>
  <message>
   <source>{asset} on {exchange} is where it was {seconds} s ago, at {dollars}.</source>
   <translation>{exchange} 的 {asset} 与 {seconds} 秒前持平，为 {dollars}。</translation>
  </message>
  <message>
   <source>{asset} on {exchange} rose by {change} in the last {seconds} s, to {dollars}.</source>
   <translation>{exchange} 的 {asset} 在最近 {seconds} 秒内上涨 {change}，到 {dollars}。</translation>
  </message>
  <message>
   <source>{change} by {who}</source>
   <translation>{change}，来自{who}</translation>
  </message>
  <message>
   <source>{clock}  {sentence}</source>
   <translation>{clock}  {sentence}</translation>
  </message>
  <message>
   <source>{exchange} calls {usd} of {asset} while trading is paused.</source>
   <translation>{exchange} 在暂停交易期间有 {asset} 仓位 {usd} 触发强平。</translation>
  </message>
  <message>
   <source>{exchange} closes {usd} of a winner's {asset} by auto-deleveraging at {price}.</source>
   <translation>{exchange} 自动减仓，以 {price} 平掉一名盈利者的 {asset} {usd}。</translation>
  </message>
  <message>
   <source>{exchange} liquidates a batch of {usd} of {asset}; the last trade was at {price}.</source>
   <translation>{exchange} 分批强平一批 {asset}，金额 {usd}；最新成交价 {price}。</translation>
  </message>
  <message>
   <source>{exchange} liquidates {usd} of {asset}; the last trade was at {price}.</source>
   <translation>{exchange} 强平 {asset}，金额 {usd}；最新成交价 {price}。</translation>
  </message>
  <message>
   <source>{exchange} pauses {asset}.</source>
   <translation>{exchange} 暂停 {asset} 交易。</translation>
  </message>
  <message>
   <source>{exchange} pays out again.</source>
   <translation>{exchange} 恢复提款。</translation>
  </message>
  <message>
   <source>{exchange} re-opens {asset} by auction at {price}.</source>
   <translation>{exchange} 经竞价恢复 {asset} 交易，价格 {price}。</translation>
  </message>
  <message>
   <source>{exchange} sells {usd} of BTC that stood behind other positions.</source>
   <translation>{exchange} 卖出为其他仓位作抵押的 BTC，金额 {usd}。</translation>
  </message>
  <message>
   <source>{exchange} shares out {usd} of losses among its winners.</source>
   <translation>{exchange} 把 {usd} 的损失分摊给盈利者。</translation>
  </message>
  <message>
   <source>{exchange} stops withdrawals after {usd} have left.</source>
   <translation>{exchange} 在流出 {usd} 后停止提款。</translation>
  </message>
  <message>
   <source>{exchange} {usd}</source>
   <translation>{exchange} {usd}</translation>
  </message>
  <message>
   <source>{exchange}'s insurance fund is short of {usd}.</source>
   <translation>{exchange} 的保险基金缺口 {usd}。</translation>
  </message>
  <message>
   <source>{exchange}'s insurance fund sells {usd} of {asset} that it had taken over.</source>
   <translation>{exchange} 的保险基金卖出先前接手的 {asset} {usd}。</translation>
  </message>
  <message>
   <source>{exchange}'s insurance fund takes over {usd} of {asset} at {price}: the book was empty.</source>
   <translation>{exchange} 的保险基金以 {price} 接手 {asset} {usd}：订单簿已空。</translation>
  </message>
  <message>
   <source>{usd} of maker {maker}'s positions are sold.</source>
   <translation>做市商 {maker} 的仓位被卖出 {usd}。</translation>
  </message>
 </context>
 <context>
  <name>ChartTabs</name>
  <message>
   <source>90 days</source>
   <translation>90 天</translation>
  </message>
  <message>
   <source>Book over time</source>
   <translation>订单簿历史</translation>
  </message>
  <message>
   <source>Charts</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>Charts side by side (Ctrl+D)</source>
   <translation>图表并排显示（Ctrl+D）</translation>
  </message>
  <message>
   <source>Charts, second place</source>
   <translation>图表（第二处）</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>论断</translation>
  </message>
  <message>
   <source>Close the second place (Ctrl+D)</source>
   <translation>关闭第二处图表（Ctrl+D）</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>信心</translation>
  </message>
  <message>
   <source>Contagion</source>
   <translation>传染</translation>
  </message>
  <message>
   <source>Depth left</source>
   <translation>剩余深度</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>账本</translation>
  </message>
  <message>
   <source>Liquidations</source>
   <translation>强平</translation>
  </message>
  <message>
   <source>Makers</source>
   <translation>做市商</translation>
  </message>
  <message>
   <source>Many runs</source>
   <translation>多次运行</translation>
  </message>
  <message>
   <source>More charts</source>
   <translation>更多图表</translation>
  </message>
  <message>
   <source>Picture (*.png);;Vector picture (*.svg);;Numbers (*.csv)</source>
   <translation>图片 (*.png);;矢量图 (*.svg);;数据 (*.csv)</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>Save this chart</source>
   <translation>保存此图表</translation>
  </message>
  <message>
   <source>Where the next ones wait</source>
   <translation>潜在强平分布</translation>
  </message>
  <message>
   <source>{count} more ▾</source>
   <translation>更多（{count}）▾</translation>
  </message>
  <message>
   <source>▸ press a name to open</source>
   <translation>▸ 点击名称打开</translation>
  </message>
 </context>
 <context>
  <name>Charts</name>
  <message>
   <source>$</source>
   <translation>$</translation>
  </message>
  <message>
   <source>$ per $</source>
   <translation>美元/美元</translation>
  </message>
  <message>
   <source>1 = 100 %</source>
   <translation>1 = 100%</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <source>Cascade Lab {version}</source>
   <translation>Cascade Lab {version}</translation>
  </message>
  <message>
   <source>Copy numbers</source>
   <translation>复制数据</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>复制图片</translation>
  </message>
  <message>
   <source>No time has passed yet: press play.</source>
   <translation>还没有开始：请按播放。</translation>
  </message>
  <message>
   <source>Save as PNG, SVG or CSV…</source>
   <translation>存为 PNG、SVG 或 CSV……</translation>
  </message>
  <message>
   <source>There is no room here for charts side by side: make the window broader, or hide one of its sides (menu View).</source>
   <translation>这里放不下并排的图表：请把窗口拉宽，或在“视图”菜单中隐藏一侧。</translation>
  </message>
  <message>
   <source>Where do these numbers come from?</source>
   <translation>这些数字从哪里来？</translation>
  </message>
  <message>
   <source>all of them together</source>
   <translation>全部一起</translation>
  </message>
  <message>
   <source>altcoins paused</source>
   <translation>山寨币暂停交易</translation>
  </message>
  <message>
   <source>catching up: {part}</source>
   <translation>补算中：{part}</translation>
  </message>
  <message>
   <source>dashed: other road</source>
   <translation>虚线：对照分支</translation>
  </message>
  <message>
   <source>looking at the seconds that were skipped: {part}</source>
   <translation>正在补算跳过的时段：{part}</translation>
  </message>
  <message>
   <source>median alt</source>
   <translation>中位山寨币</translation>
  </message>
  <message>
   <source>pause {duration}</source>
   <translation>暂停交易 {duration}</translation>
  </message>
  <message>
   <source>paused for {duration} so far</source>
   <translation>已暂停交易 {duration}</translation>
  </message>
  <message>
   <source>press: to {clock}</source>
   <translation>点按：前往 {clock}</translation>
  </message>
  <message>
   <source>second</source>
   <translation>秒</translation>
  </message>
  <message>
   <source>the post's five cures</source>
   <translation>文章的五项对策</translation>
  </message>
  <message>
   <source>together {money}</source>
   <translation>合计 {money}</translation>
  </message>
  <message>
   <source>{hours}:{minutes:02d} h</source>
   <translation>{hours} 小时 {minutes:02d} 分</translation>
  </message>
  <message>
   <source>{line} (other road)</source>
   <translation>{line}（对照分支）</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} 分钟</translation>
  </message>
  <message>
   <source>{minutes}:{seconds:02d} min</source>
   <translation>{minutes} 分 {seconds:02d} 秒</translation>
  </message>
  <message>
   <source>{name} [$]</source>
   <translation>{name} [美元]</translation>
  </message>
  <message>
   <source>{name} [{unit}]</source>
   <translation>{name} [{unit}]</translation>
  </message>
  <message>
   <source>{name} {value}</source>
   <translation>{name} {value}</translation>
  </message>
  <message>
   <source>{scenario}, seed {seed}, {clock}</source>
   <translation>{scenario}，种子 {seed}，{clock}</translation>
  </message>
  <message>
   <source>{title} {value} from {clock}</source>
   <translation>{title} {value}（自 {clock} 起）</translation>
  </message>
  <message>
   <source>{title} · {reading}</source>
   <translation>{title} · {reading}</translation>
  </message>
  <message>
   <source>{title}; dashed: other road</source>
   <translation>{title}；虚线：对照分支</translation>
  </message>
  <message>
   <source>{title}; dashed: the other road</source>
   <translation>{title}；虚线：对照分支</translation>
  </message>
  <message>
   <source>{title}; {looking}</source>
   <translation>{title}；{looking}</translation>
  </message>
  <message>
   <source>{title}; {part} looked at</source>
   <translation>{title}；已补算 {part}</translation>
  </message>
 </context>
 <context>
  <name>Claims</name>
  <message>
   <source>$19.1 to 19.4 B in the press; one market maker speaks of $25 to 30 B or more. El Salvador's product is about $35 B.</source>
   <translation>媒体称 191 至 194 亿美元；一家做市商称 250 至 300 亿美元或更多。萨尔瓦多的国内生产总值约 350 亿美元。</translation>
  </message>
  <message>
   <source>$40 B of positions are liquidated, one and a half times El Salvador's yearly product.</source>
   <translation>400 亿美元的仓位被强平，相当于萨尔瓦多全年国内生产总值的 1.5 倍。</translation>
  </message>
  <message>
   <source>$5 B of rescue prevent $50 B of damage.</source>
   <translation>50 亿美元的救助可避免 500 亿美元的损失。</translation>
  </message>
  <message>
   <source>A DeFi token's depth shrinks from $5 M to $500,000.</source>
   <translation>某 DeFi 代币的深度从 500 万美元缩到 50 万美元。</translation>
  </message>
  <message>
   <source>A ban on full margin keeps collateral from being sold for another position.</source>
   <translation>禁止全仓保证金，可使抵押品不会为其他仓位而被卖出。</translation>
  </message>
  <message>
   <source>A coin can lose 90 % in one minute.</source>
   <translation>一种币可在一分钟内跌去 90%。</translation>
  </message>
  <message>
   <source>A fall of 30 % within fifteen minutes would set off the pause of five minutes.</source>
   <translation>十五分钟内跌幅达 30%，将触发暂停交易五分钟。</translation>
  </message>
  <message>
   <source>A fund that steps in beyond $10 B of liquidations comes in time.</source>
   <translation>强平超过 100 亿美元时介入的基金，来得及时。</translation>
  </message>
  <message>
   <source>A rescue fund of $5 B would be 20 % of the exchanges' profits of 2024.</source>
   <translation>50 亿美元的救助基金相当于各交易所 2024 年利润的 20%。</translation>
  </message>
  <message>
   <source>A trader loses 100 BTC of collateral to a falling altcoin.</source>
   <translation>一名交易者因一种山寨币下跌，失去 100 个 BTC 的抵押品。</translation>
  </message>
  <message>
   <source>All the cures together prevent it.</source>
   <translation>所有对策合用，可以防止这场崩盘。</translation>
  </message>
  <message>
   <source>BTC of the large account sold in the scenario nuclear-button</source>
   <translation>“核按钮”情景中，大账户被卖出的 BTC</translation>
  </message>
  <message>
   <source>BTC's spread against normal, mean of the worst ten minutes</source>
   <translation>BTC 点差与平时之比，最差十分钟的平均</translation>
  </message>
  <message>
   <source>Depends on what depth means; all readings are given.</source>
   <translation>取决于“深度”的含义；各种读法都已列出。</translation>
  </message>
  <message>
   <source>Exchanges have variants of it.</source>
   <translation>各交易所有类似的做法。</translation>
  </message>
  <message>
   <source>Exchanges' revenue falls by 40 to 60 % over three months.</source>
   <translation>交易所收入三个月内下降 40% 至 60%。</translation>
  </message>
  <message>
   <source>Implies profits of $25 B; unverified.</source>
   <translation>意味着 250 亿美元利润；未经证实。</translation>
  </message>
  <message>
   <source>In stock markets a fall of 15 % triggers a circuit breaker.</source>
   <translation>股市下跌 15% 触发熔断。</translation>
  </message>
  <message>
   <source>Liquidating in batches, one every 5 % of further fall, limits the cascade.</source>
   <translation>分批强平（每再跌 5% 平一批）可限制连锁强平。</translation>
  </message>
  <message>
   <source>Liquidations spread from Binance to OKX to Bybit.</source>
   <translation>强平从 Binance 蔓延到 OKX，再到 Bybit。</translation>
  </message>
  <message>
   <source>Live figures showed $7 B when most had happened.</source>
   <translation>实时数据显示为 70 亿美元时，大部分强平已经发生。</translation>
  </message>
  <message>
   <source>Losses of $16 to 35 M were reported.</source>
   <translation>报道的亏损为 1,600 万至 3,500 万美元。</translation>
  </message>
  <message>
   <source>Market makers bear 35 % of it ($14 B), leveraged traders 65 % ($26 B).</source>
   <translation>其中做市商承担 35%（140 亿美元），带杠杆的交易者承担 65%（260 亿美元）。</translation>
  </message>
  <message>
   <source>Market makers withdraw more than half of their orders.</source>
   <translation>做市商撤走一半以上的挂单。</translation>
  </message>
  <message>
   <source>Net withdrawals from exchanges are the highest since 2022.</source>
   <translation>交易所净提款为 2022 年以来最高。</translation>
  </message>
  <message>
   <source>Not on BTC; on ten of eleven altcoins, but after the worst minute.</source>
   <translation>BTC 上不会触发；十一种山寨币中有十种会触发，但在最差一分钟之后。</translation>
  </message>
  <message>
   <source>One token fell by 98 %.</source>
   <translation>一种代币下跌 98%。</translation>
  </message>
  <message>
   <source>Only on thin pairs; BTC's worst minute was −5.0 %.</source>
   <translation>只发生在交易清淡的币种上；BTC 最差一分钟为 −5.0%。</translation>
  </message>
  <message>
   <source>Projects that pay for liquidity insurance keep their books alive.</source>
   <translation>购买流动性保险的项目，可以保住自己的订单簿。</translation>
  </message>
  <message>
   <source>Selling $50,000 of that token could cost 40 %.</source>
   <translation>卖出 5 万美元该代币，可能损失 40%。</translation>
  </message>
  <message>
   <source>Small coins lose another $20 to 30 B.</source>
   <translation>小市值币再损失 200 亿至 300 亿美元。</translation>
  </message>
  <message>
   <source>Spreads widen by 300 to 500 %; BTC's from $10 to $50.</source>
   <translation>点差扩大 300% 至 500%；BTC 的点差从 10 美元扩大到 50 美元。</translation>
  </message>
  <message>
   <source>Supported, even understated: 87 to 90 % were gone.</source>
   <translation>得到支持，甚至偏保守：实际消失了 87% 至 90%。</translation>
  </message>
  <message>
   <source>The direction is right.</source>
   <translation>方向正确。</translation>
  </message>
  <message>
   <source>The largest market makers lose more than $500 M in a day.</source>
   <translation>最大的做市商一天亏损超过 5 亿美元。</translation>
  </message>
  <message>
   <source>The liquidity of the hundred largest altcoins falls by 80 %.</source>
   <translation>前一百种山寨币的流动性下降 80%。</translation>
  </message>
  <message>
   <source>The mechanism is real.</source>
   <translation>机制确实存在。</translation>
  </message>
  <message>
   <source>The order by size is disputed.</source>
   <translation>谁先谁后存在争议。</translation>
  </message>
  <message>
   <source>The right order of magnitude.</source>
   <translation>数量级正确。</translation>
  </message>
  <message>
   <source>US exchanges pause at 7, 13 and 20 %.</source>
   <translation>美国交易所在跌 7%、13% 和 20% 时暂停交易。</translation>
  </message>
  <message>
   <source>Unverified.</source>
   <translation>未经证实。</translation>
  </message>
  <message>
   <source>Unverified. In November 2022 16.8 % of the balances left within eleven days.</source>
   <translation>未经证实。2022 年 11 月，十一天内流出余额的 16.8%。</translation>
  </message>
  <message>
   <source>bids within 2 % on all exchanges, mean of the worst ten minutes</source>
   <translation>所有交易所 2% 以内的买单，最差十分钟的平均</translation>
  </message>
  <message>
   <source>bids within 2 % that are missing, worst ten minutes of each altcoin, mean over altcoins</source>
   <translation>2% 以内缺失的买单比例：各山寨币最差十分钟，再取各币平均</translation>
  </message>
  <message>
   <source>dollars liquidated in the whole run</source>
   <translation>整个运行的强平金额</translation>
  </message>
  <message>
   <source>largest loss of one firm by the end of the run</source>
   <translation>运行结束时单家公司的最大亏损</translation>
  </message>
  <message>
   <source>loss against the mid on the exchange where it is worst, looked at each minute</source>
   <translation>在损失最大的交易所，与中间价相比的损失（每分钟查看一次）</translation>
  </message>
  <message>
   <source>market makers' part of the dollars liquidated</source>
   <translation>强平金额中做市商所占比例</translation>
  </message>
  <message>
   <source>market value lost in the ninety days after the run</source>
   <translation>运行后九十天内损失的市值</translation>
  </message>
  <message>
   <source>market value that is not lost at the worst moment, with against without the fund</source>
   <translation>最差时刻因有基金而避免损失的市值，与没有基金相比</translation>
  </message>
  <message>
   <source>more than nothing</source>
   <translation>大于零</translation>
  </message>
  <message>
   <source>nearest threshold in the published rule</source>
   <translation>已公布规则中最接近的阈值</translation>
  </message>
  <message>
   <source>pairs of exchanges whose first liquidations come in the chain's order, from the starting exchange on</source>
   <translation>首次强平按链条次序出现的交易所对的比例，自起始交易所起</translation>
  </message>
  <message>
   <source>part of altcoins on which the rule would have fired</source>
   <translation>规则会被触发的山寨币比例</translation>
  </message>
  <message>
   <source>part of customers' money withdrawn, as a daily rate</source>
   <translation>被提走的客户资金比例，折算为每日</translation>
  </message>
  <message>
   <source>part of makers' normal order size missing at worst</source>
   <translation>最差时，做市商的正常挂单量缺失的比例</translation>
  </message>
  <message>
   <source>part of the large account's BTC saved by the ban, scenario nuclear-button</source>
   <translation>“核按钮”情景中，禁令为大账户保住的 BTC 比例</translation>
  </message>
  <message>
   <source>part of the liquidations avoided by it</source>
   <translation>由此避免的强平比例</translation>
  </message>
  <message>
   <source>part of the liquidations avoided; prevented means nine tenths or more</source>
   <translation>避免的强平比例；九成以上算作防止</translation>
  </message>
  <message>
   <source>part of the liquidations still ahead when $10 B are reached; in time means half or more</source>
   <translation>强平达到 100 亿美元时尚未发生的强平比例；一半以上算作及时</translation>
  </message>
  <message>
   <source>revenue of the ninety days after the run against normal</source>
   <translation>运行后九十天的收入与平时之比</translation>
  </message>
  <message>
   <source>size of the rescue fund, a parameter</source>
   <translation>救助基金的规模（一个参数）</translation>
  </message>
  <message>
   <source>worst fall within a minute of the price at which any asset traded on one exchange, without a breaker</source>
   <translation>无熔断时，任一资产在某一家交易所的成交价在一分钟内的最大跌幅</translation>
  </message>
  <message>
   <source>{low} or more</source>
   <translation>{low}以上</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} 至 {high}</translation>
  </message>
  <message>
   <source>{number} BTC</source>
   <translation>{number} 个 BTC</translation>
  </message>
 </context>
 <context>
  <name>ClaimsChart</name>
  <message>
   <source>Claims of the post</source>
   <translation>文章的论断</translation>
  </message>
  <message>
   <source>assumed rules</source>
   <translation>假设的规则</translation>
  </message>
  <message>
   <source>claim</source>
   <translation>论断</translation>
  </message>
  <message>
   <source>claimed</source>
   <translation>声称值</translation>
  </message>
  <message>
   <source>from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>实测值</translation>
  </message>
  <message>
   <source>measured (80 % of runs)</source>
   <translation>实测（80% 的运行在此范围）</translation>
  </message>
  <message>
   <source>measured: {words}</source>
   <translation>实测：{words}</translation>
  </message>
  <message>
   <source>not measured</source>
   <translation>未测量</translation>
  </message>
  <message>
   <source>not reproduced</source>
   <translation>未重现</translation>
  </message>
  <message>
   <source>nothing is measured yet: choose a number of seeds and press Run</source>
   <translation>还没有测量：选择种子数，再按“运行”</translation>
  </message>
  <message>
   <source>reported elsewhere: {words}</source>
   <translation>其他报道：{words}</translation>
  </message>
  <message>
   <source>reproduced</source>
   <translation>已重现</translation>
  </message>
  <message>
   <source>rule</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>verdict</source>
   <translation>结论</translation>
  </message>
  <message>
   <source>{count} input</source>
   <translation>输入 {count} 条</translation>
  </message>
  <message>
   <source>{count} inputs</source>
   <translation>输入 {count} 条</translation>
  </message>
  <message>
   <source>{count} seed</source>
   <translation>{count} 个种子</translation>
  </message>
  <message>
   <source>{count} seeds</source>
   <translation>{count} 个种子</translation>
  </message>
  <message>
   <source>{half} ({low} to {high})</source>
   <translation>{half}（{low} 至 {high}）</translation>
  </message>
  <message>
   <source>{id}  {text}</source>
   <translation>{id}  {text}</translation>
  </message>
  <message>
   <source>{seeds}: {yes} reproduced, {no} not, {inputs}, {open} not measured</source>
   <translation>{seeds}：重现 {yes} 条，未重现 {no} 条，{inputs}，未测量 {open} 条</translation>
  </message>
  <message>
   <source>{sign} {words}</source>
   <translation>{sign} {words}</translation>
  </message>
  <message>
   <source>{verdict}</source>
   <translation>{verdict}</translation>
  </message>
  <message>
   <source>{verdict}: {why}</source>
   <translation>{verdict}：{why}</translation>
  </message>
 </context>
 <context>
  <name>ContagionChart</name>
  <message>
   <source>Contagion between exchanges</source>
   <translation>交易所之间的传染</translation>
  </message>
  <message>
   <source>cause (rows) → exchange (columns)</source>
   <translation>起因（行）→ 交易所（列）</translation>
  </message>
  <message>
   <source>chance trades</source>
   <translation>随机成交</translation>
  </message>
  <message>
   <source>liquidated: cause (rows) → exchange (columns)</source>
   <translation>强平：起因（行）→ 交易所（列）</translation>
  </message>
  <message>
   <source>nearest cause</source>
   <translation>最近起因</translation>
  </message>
  <message>
   <source>news</source>
   <translation>消息</translation>
  </message>
  <message>
   <source>news and trading</source>
   <translation>消息与普通交易</translation>
  </message>
  <message>
   <source>rows set off columns</source>
   <translation>行引发列</translation>
  </message>
  <message>
   <source>traders liquidated so far: cause (rows) → exchange (columns)</source>
   <translation>行：起因；列：强平所在的交易所（交易者累计）</translation>
  </message>
  <message>
   <source>ultimate origin</source>
   <translation>最终来源</translation>
  </message>
  <message>
   <source>value buyers</source>
   <translation>价值买家</translation>
  </message>
  <message>
   <source>your orders</source>
   <translation>你的订单</translation>
  </message>
  <message>
   <source>{cause} → {exchange}: {usd}</source>
   <translation>{cause} → {exchange}：{usd}</translation>
  </message>
  <message>
   <source>{part} of what was liquidated there</source>
   <translation>占该所强平的 {part}</translation>
  </message>
 </context>
 <context>
  <name>DepthChart</name>
  <message>
   <source>Depth left over time</source>
   <translation>剩余深度随时间的变化</translation>
  </message>
  <message>
   <source>{symbol} bids within 2 %: share of normal</source>
   <translation>{symbol} 2% 以内买单占平时的比例</translation>
  </message>
  <message>
   <source>{symbol}: bids within 2 % of the price, as a share of the normal book</source>
   <translation>{symbol}：价格 2% 以内的买单占正常订单簿的比例</translation>
  </message>
 </context>
 <context>
  <name>Difference</name>
  <message>
   <source>+{money}</source>
   <translation>+{money}</translation>
  </message>
  <message>
   <source>No difference so far.</source>
   <translation>到目前为止没有差别。</translation>
  </message>
  <message>
   <source>This road: {low}.</source>
   <translation>本分支：{low}。</translation>
  </message>
  <message>
   <source>as much liquidated</source>
   <translation>强平额相同</translation>
  </message>
  <message>
   <source>asset-minutes without trading</source>
   <translation>暂停交易合计（分钟）</translation>
  </message>
  <message>
   <source>bad debt</source>
   <translation>坏账</translation>
  </message>
  <message>
   <source>liquidated</source>
   <translation>强平额</translation>
  </message>
  <message>
   <source>low of {symbol} the same</source>
   <translation>{symbol} 最低点相同</translation>
  </message>
  <message>
   <source>low of {symbol} {points} points deeper</source>
   <translation>{symbol} 最低点低 {points} 个⁠百⁠分⁠点</translation>
  </message>
  <message>
   <source>low of {symbol} {points} points higher</source>
   <translation>{symbol} 最低点高 {points} 个⁠百⁠分⁠点</translation>
  </message>
  <message>
   <source>lowest median alt</source>
   <translation>山寨币中位数最低点</translation>
  </message>
  <message>
   <source>lowest {symbol}</source>
   <translation>{symbol} 最低点</translation>
  </message>
  <message>
   <source>waiting to be sold</source>
   <translation>恢复交易时待卖出金额</translation>
  </message>
  <message>
   <source>{money} less liquidated</source>
   <translation>少强平 {money}</translation>
  </message>
  <message>
   <source>{money} more liquidated</source>
   <translation>多强平 {money}</translation>
  </message>
  <message>
   <source>{sold}, {low}.</source>
   <translation>{sold}，{low}。</translation>
  </message>
 </context>
 <context>
  <name>DifferencePanel</name>
  <message>
   <source>Both roads are the same so far.</source>
   <translation>到目前为止两个分支相同。</translation>
  </message>
  <message>
   <source>DIFFERENCE TO THE ROAD NOT TAKEN</source>
   <translation>与对照分支的差别</translation>
  </message>
  <message>
   <source>DIFFERENCE TO {road}, SAME SEED</source>
   <translation>与“{road}”的差别（同一种子）</translation>
  </message>
  <message>
   <source>The other road is still being computed: {part} …</source>
   <translation>对照分支仍在计算：{part}……</translation>
  </message>
  <message>
   <source>Turn a switch: what it changes is told here, under the same weather.</source>
   <translation>拨动一个开关：在同样的随机行情下，它改变了什么，这里会告诉你。</translation>
  </message>
  <message>
   <source>better</source>
   <translation>更好</translation>
  </message>
  <message>
   <source>same</source>
   <translation>相同</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>更差</translation>
  </message>
  <message>
   <source>{title}: {value}, {verdict}</source>
   <translation>{title}：{value}，{verdict}</translation>
  </message>
 </context>
 <context>
  <name>Disclosure</name>
  <message>
   <source>closed</source>
   <translation>已收起</translation>
  </message>
  <message>
   <source>open</source>
   <translation>已展开</translation>
  </message>
 </context>
 <context>
  <name>Editor</name>
  <message>
   <source>{help}
Default {default}: {provenance}.</source>
   <translation>{help}
默认 {default}：{provenance}。</translation>
  </message>
  <message>
   <source>{title}, {unit}</source>
   <translation>{title}（{unit}）</translation>
  </message>
  <message>
   <source>{title}: from {low} to {high}.</source>
   <translation>{title}：从 {low} 到 {high}。</translation>
  </message>
 </context>
 <context>
  <name>EnsembleChart</name>
  <message>
   <source>Cures over many runs</source>
   <translation>多次运行中的对策</translation>
  </message>
  <message>
   <source>One run proves nothing. Choose a number of seeds and press Run: each cure is tried on every seed.</source>
   <translation>一次运行证明不了什么。选择种子数，再按“运行”：每种对策都会在每个种子上试一遍。</translation>
  </message>
  <message>
   <source>The first runs are under way.</source>
   <translation>最初的运行正在进行。</translation>
  </message>
  <message>
   <source>bad debt</source>
   <translation>坏账</translation>
  </message>
  <message>
   <source>better in {better} of {whole}, worse in {worse}</source>
   <translation>{whole} 次中 {better} 次更好，{worse} 次更差</translation>
  </message>
  <message>
   <source>cures over many runs</source>
   <translation>多次运行中的对策</translation>
  </message>
  <message>
   <source>liquidated</source>
   <translation>强平额</translation>
  </message>
  <message>
   <source>lowest BTC</source>
   <translation>BTC 最低点</translation>
  </message>
  <message>
   <source>lowest altcoin</source>
   <translation>跌得最深的山寨币</translation>
  </message>
  <message>
   <source>median {half}, 80 % between {low} and {high}</source>
   <translation>中位数 {half}，80% 的运行在 {low} 至 {high} 之间</translation>
  </message>
  <message>
   <source>right: better than no cure, same seed</source>
   <translation>右侧 = 比无对策更好（同一种子）</translation>
  </message>
  <message>
   <source>seed {seed}: {gain}</source>
   <translation>种子 {seed}：{gain}</translation>
  </message>
  <message>
   <source>{scenario}; {words}</source>
   <translation>{scenario}；{words}</translation>
  </message>
 </context>
 <context>
  <name>ErrorCatcher</name>
  <message>
   <source>Something went wrong inside the program ({kind}); it goes on. Details are in {file}.</source>
   <translation>程序内部出了问题（{kind}），但仍会继续运行。详情见 {file}。</translation>
  </message>
 </context>
 <context>
  <name>Errors</name>
  <message>
   <source>Cascade Lab</source>
   <translation>Cascade Lab</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
 </context>
 <context>
  <name>EventSteps</name>
  <message>
   <source>Call on an insurance fund before</source>
   <translation>上一次动用保险基金</translation>
  </message>
  <message>
   <source>Halt before</source>
   <translation>上一次暂停或恢复交易</translation>
  </message>
  <message>
   <source>Hop before</source>
   <translation>上一次跨所跳跃</translation>
  </message>
  <message>
   <source>Liquidation before</source>
   <translation>上一次强平</translation>
  </message>
  <message>
   <source>Next call on an insurance fund</source>
   <translation>下一次动用保险基金</translation>
  </message>
  <message>
   <source>Next halt or re-opening</source>
   <translation>下一次暂停或恢复交易</translation>
  </message>
  <message>
   <source>Next hop between exchanges</source>
   <translation>下一次跨所跳跃</translation>
  </message>
  <message>
   <source>Next liquidation</source>
   <translation>下一次强平</translation>
  </message>
  <message>
   <source>Next trade of your orders</source>
   <translation>你的订单的下一笔成交</translation>
  </message>
  <message>
   <source>Your trade before</source>
   <translation>你的上一笔成交</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <source>Animation of a span of time</source>
   <translation>一段时间的动画</translation>
  </message>
  <message>
   <source>Import a real order book</source>
   <translation>导入真实订单簿</translation>
  </message>
  <message>
   <source>Order books (*.json *.jsonl *.csv *.txt *.gz)</source>
   <translation>订单簿 (*.json *.jsonl *.csv *.txt *.gz)</translation>
  </message>
  <message>
   <source>Pages (*.pdf)</source>
   <translation>页面 (*.pdf)</translation>
  </message>
  <message>
   <source>Picture of the stage</source>
   <translation>主画面图片</translation>
  </message>
  <message>
   <source>Picture of the window</source>
   <translation>窗口图片</translation>
  </message>
  <message>
   <source>Pictures (*.png)</source>
   <translation>图片 (*.png)</translation>
  </message>
  <message>
   <source>Save the page</source>
   <translation>保存页面</translation>
  </message>
  <message>
   <source>Save the picture</source>
   <translation>保存图片</translation>
  </message>
  <message>
   <source>This comparison on one page (PDF)</source>
   <translation>把本次比较导出为一页（PDF）</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>已写入：{path}</translation>
  </message>
 </context>
 <context>
  <name>ExportFilmDialog</name>
  <message>
   <source>Animated pictures (*.gif)</source>
   <translation>动画图片 (*.gif)</translation>
  </message>
  <message>
   <source>As</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Computing up to the first picture …</source>
   <translation>正在计算到第一幅图……</translation>
  </message>
  <message>
   <source>Export a span of time</source>
   <translation>导出一段时间</translation>
  </message>
  <message>
   <source>Export …</source>
   <translation>导出……</translation>
  </message>
  <message>
   <source>From</source>
   <translation>从</translation>
  </message>
  <message>
   <source>PNG files, one a picture</source>
   <translation>PNG 文件，每幅一个文件</translation>
  </message>
  <message>
   <source>Pictures (*.png)</source>
   <translation>图片 (*.png)</translation>
  </message>
  <message>
   <source>Pictures made</source>
   <translation>已完成的图片</translation>
  </message>
  <message>
   <source>Seconds between pictures</source>
   <translation>画面间隔（秒）</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>尺寸</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stopped: nothing was written of the animation.</source>
   <translation>已停止：动画没有写入文件。</translation>
  </message>
  <message>
   <source>The span ends before it begins.</source>
   <translation>结束时间早于开始时间。</translation>
  </message>
  <message>
   <source>To</source>
   <translation>到</translation>
  </message>
  <message>
   <source>What</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>已写入：{path}</translation>
  </message>
  <message>
   <source>animated GIF</source>
   <translation>GIF 动画</translation>
  </message>
  <message>
   <source>picture {done} of {all}</source>
   <translation>第 {done} 幅，共 {all} 幅</translation>
  </message>
  <message>
   <source>the chart in sight</source>
   <translation>当前图表</translation>
  </message>
  <message>
   <source>the stage</source>
   <translation>主画面</translation>
  </message>
  <message>
   <source>the whole window</source>
   <translation>整个窗口</translation>
  </message>
  <message>
   <source>{count} picture</source>
   <translation>{count} 幅图</translation>
  </message>
  <message>
   <source>{count} pictures</source>
   <translation>{count} 幅图</translation>
  </message>
  <message>
   <source>{count} pictures are too many; at most {most}.</source>
   <translation>{count} 幅太多；最多 {most} 幅。</translation>
  </message>
  <message>
   <source>{pictures}, from {first} to {last}.</source>
   <translation>{pictures}，从 {first} 到 {last}。</translation>
  </message>
  <message>
   <source>{width} × {height}</source>
   <translation>{width} × {height}</translation>
  </message>
 </context>
 <context>
  <name>Facts</name>
  <message>
   <source>autocorrelation of absolute returns, lag 1</source>
   <translation>绝对收益率的自相关，滞后 1</translation>
  </message>
  <message>
   <source>autocorrelation of returns, lag 1</source>
   <translation>收益率的自相关，滞后 1</translation>
  </message>
  <message>
   <source>distance of the deepest 1 % band of bids</source>
   <translation>最深的 1% 买单带的距离</translation>
  </message>
  <message>
   <source>excess kurtosis at 30 min against 5 min</source>
   <translation>30 分钟与 5 分钟的超额峰度之比</translation>
  </message>
  <message>
   <source>excess kurtosis of returns</source>
   <translation>收益率的超额峰度</translation>
  </message>
  <message>
   <source>exponent of market impact</source>
   <translation>市场冲击的指数</translation>
  </message>
  <message>
   <source>tail index of absolute returns (Hill)</source>
   <translation>绝对收益率的尾部指数（希尔）</translation>
  </message>
 </context>
 <context>
  <name>Files</name>
  <message>
   <source>Begin anew</source>
   <translation>重新开始</translation>
  </message>
  <message>
   <source>Cascade Lab</source>
   <translation>Cascade Lab</translation>
  </message>
  <message>
   <source>Cascade Lab (*.cascade *.toml);;Saved files (*.cascade);;Scenarios (*.toml)</source>
   <translation>Cascade Lab (*.cascade *.toml);;已存文件 (*.cascade);;情景 (*.toml)</translation>
  </message>
  <message>
   <source>Done again: the change.</source>
   <translation>已重做：该改动。</translation>
  </message>
  <message>
   <source>Done again: the new run.</source>
   <translation>已重做：新的运行。</translation>
  </message>
  <message>
   <source>Done again: the road has its new name.</source>
   <translation>已重做：分支已改名。</translation>
  </message>
  <message>
   <source>Done again: the road is out of sight.</source>
   <translation>已重做：分支已移除。</translation>
  </message>
  <message>
   <source>Done again: the value waits for a new run.</source>
   <translation>已重做：该值将在重新运行后生效。</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>No file was opened or saved yet</source>
   <translation>还没有打开或保存过文件</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open a scenario or a saved file</source>
   <translation>打开情景或已存文件</translation>
  </message>
  <message>
   <source>Recent files</source>
   <translation>最近的文件</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>另存为</translation>
  </message>
  <message>
   <source>Saved files (*.cascade)</source>
   <translation>已存文件 (*.cascade)</translation>
  </message>
  <message>
   <source>Share as a code, or open one</source>
   <translation>分享为代码，或打开代码</translation>
  </message>
  <message>
   <source>The program did not end in order last time. Go on with what was saved then?</source>
   <translation>上次程序没有正常退出。要接着当时自动保存的内容继续吗？</translation>
  </message>
  <message>
   <source>There is nothing to do again.</source>
   <translation>没有可重做的操作。</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>没有可撤销的操作。</translation>
  </message>
  <message>
   <source>This file was saved by version {version}; in this version the same market takes another way. What you see is not what was seen then.</source>
   <translation>此文件由版本 {version} 保存；在本版本中，同样的市场会有不同的走向。你看到的与当时不同。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undone: a value that waited for a new run.</source>
   <translation>已撤销：一个待生效的设置。</translation>
  </message>
  <message>
   <source>Undone: the last change.</source>
   <translation>已撤销：上一个改动。</translation>
  </message>
  <message>
   <source>Undone: the road has its name of before.</source>
   <translation>已撤销：分支恢复原名。</translation>
  </message>
  <message>
   <source>Undone: the road is back.</source>
   <translation>已撤销：分支已恢复。</translation>
  </message>
  <message>
   <source>Undone: the run before is back.</source>
   <translation>已撤销：回到上一次运行。</translation>
  </message>
 </context>
 <context>
  <name>GivenCard</name>
  <message>
   <source>Think again</source>
   <translation>再想想</translation>
  </message>
  <message>
   <source>YOUR GUESS</source>
   <translation>你的猜测</translation>
  </message>
 </context>
 <context>
  <name>GoalCard</name>
  <message>
   <source>CAN YOU REACH IT?</source>
   <translation>你能做到吗？</translation>
  </message>
  <message>
   <source>the end</source>
   <translation>结束时</translation>
  </message>
  <message>
   <source>○ {goal}. Judged at {moment} of your road.</source>
   <translation>○ {goal}。以你的分支在 {moment} 的结果判定。</translation>
  </message>
  <message>
   <source>✓ {goal}. Yours: {value}.</source>
   <translation>✓ {goal}。你的结果：{value}。</translation>
  </message>
  <message>
   <source>✗ {goal}. Yours: {value}.</source>
   <translation>✗ {goal}。你的结果：{value}。</translation>
  </message>
 </context>
 <context>
  <name>GuessCard</name>
  <message>
   <source> %</source>
   <translation>%</translation>
  </message>
  <message>
   <source> {step} $</source>
   <translation> {step}美元</translation>
  </message>
  <message>
   <source>Count raised hands</source>
   <translation>统计举手</translation>
  </message>
  <message>
   <source>Hands for: {choice}</source>
   <translation>举手人数：{choice}</translation>
  </message>
  <message>
   <source>That is my guess</source>
   <translation>这就是我的猜测</translation>
  </message>
  <message>
   <source>These are the hands</source>
   <translation>举手人数如上</translation>
  </message>
  <message>
   <source>YOUR GUESS FIRST</source>
   <translation>先猜一猜</translation>
  </message>
  <message>
   <source>Your guess</source>
   <translation>你的猜测</translation>
  </message>
  <message>
   <source>Your guess, as a slider</source>
   <translation>你的猜测（滑块）</translation>
  </message>
 </context>
 <context>
  <name>Handbook</name>
  <message>
   <source># Parameters

Every number that a scenario may set, with its meaning, unit, range, default and origin. This page is made from the
table that the program itself reads, so it cannot disagree with it. In a scenario file and on the command line a
parameter is called by its key.

*Origin* says how much to trust a number: **claimed** by the news post, **reported** elsewhere, **rule** published by
an exchange or a regulator, **assumed** by us. *Live* parameters may change during a run, and a branch grows; the
others wait for a new run.
</source>
   <translation># 参数

情景可以设定的每一个数：含义、单位、范围、默认值和来源。本页由程序自己读取的表格生成，所以不可能与程序不一致。在情景文件和命令行里，参数以它的键称呼。

*来源*说明一个数可以信到什么程度：文章**声称**、别处**报道**、交易所或监管者公布的**规则**、由我们**假设**。*随时*为“是”的参数可在运行中更改，并由此长出一个分支；其余的要等新的运行。
</translation>
  </message>
  <message>
   <source># Scenarios

The markets that come with the program, and every value in which each differs from the default. This page is made from
the scenario files. A scenario of your own is a text file with the keys of [Parameters](parameters.md); `main.py check
FILE` finds every mistake in it.
</source>
   <translation># 情景

程序自带的市场，以及每一个与默认值不同的数。本页由情景文件生成。自己的情景是一个文本文件，使用[参数](parameters.md)中的键；`main.py check FILE` 会找出其中的每个错误。
</translation>
  </message>
  <message>
   <source># The post's claims

The news post makes twenty-three claims. Each is measured on this market, once for every seed, and its verdict is
computed:

- **reproduced**: a claimed point lies inside the 10–90 % range of the seeds; where a range is claimed, the median lies inside it;
- **not reproduced**: otherwise, with the distance of the median from the claim;
- **input**: the number is one that we put in, so it proves nothing;
- **not measured**: the runs hold nothing to measure it by.

A verdict speaks about this model under its assumptions. *Reproduced* means that such a thing can come out of such
rules, not that it happened; *not reproduced* means that these rules do not yield it, not that it is false. No
parameter is one of the claimed results.

`main.py claims` measures them all; what it found last stands in [Calibration](calibration.md).
</source>
   <translation># 文章的论断

这篇新闻文章提出二十三条论断。每一条都在这个市场上测量，每个种子一次，结论由计算得出：

- **重现**：所声称的数值落在各种子 10–90% 的范围内；若声称的是一个范围，则中位数落在其中；
- **未重现**：其余情形，并给出中位数与声称值的距离；
- **输入**：这个数是我们放进去的，所以什么也证明不了；
- **未测量**：这些运行中没有可以用来测量它的东西。

结论只说明这个模型在其假设之下的情形。*重现*是说这样的规则可以产生这样的事，而不是说它发生过；*未重现*是说这些规则不会产生它，而不是说它是假的。没有任何参数直接设为所声称的结果。

`main.py claims` 测量全部论断；上一次测得的结果见[校准](calibration.md)。
</translation>
  </message>
  <message>
   <source>## Policies

What `--policy` switches on, by name:
</source>
   <translation>## 对策

`--policy` 打开什么，按名称：
</translation>
  </message>
  <message>
   <source>**{title}.** {help}</source>
   <translation>**{title}**：{help}</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>- `{key}` = {value} (default {default})</source>
   <translation>- `{key}` = {value}（默认 {default}）</translation>
  </message>
  <message>
   <source>- `{name}`: {keys}</source>
   <translation>- `{name}`：{keys}</translation>
  </message>
  <message>
   <source>Aftermath</source>
   <translation>后续影响</translation>
  </message>
  <message>
   <source>Every parameter has its default value.</source>
   <translation>所有参数均为默认值。</translation>
  </message>
  <message>
   <source>Exchanges: {shares}.</source>
   <translation>交易所：{shares}。</translation>
  </message>
  <message>
   <source>`{name}`, seed {seed}. {about}</source>
   <translation>`{name}`，种子 {seed}。{about}</translation>
  </message>
  <message>
   <source>assumed</source>
   <translation>假设</translation>
  </message>
  <message>
   <source>at least {low}</source>
   <translation>至少 {low}</translation>
  </message>
  <message>
   <source>claimed</source>
   <translation>声称</translation>
  </message>
  <message>
   <source>new run</source>
   <translation>重新运行后</translation>
  </message>
  <message>
   <source>on, off</source>
   <translation>开、关</translation>
  </message>
  <message>
   <source>reported</source>
   <translation>报道</translation>
  </message>
  <message>
   <source>rule</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} 至 {high}</translation>
  </message>
  <message>
   <source>{origin}: {source}</source>
   <translation>{origin}：{source}</translation>
  </message>
  <message>
   <source>| key | meaning | default | range | origin | live |</source>
   <translation>| 键 | 含义 | 默认值 | 范围 | 来源 | 随时可改 |</translation>
  </message>
  <message>
   <source>| no. | claim | claimed | reported elsewhere | what is measured |</source>
   <translation>| 编号 | 论断 | 声称值 | 其他报道 | 测量什么 |</translation>
  </message>
 </context>
 <context>
  <name>HandbookDialog</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Handbook</source>
   <translation>手册</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一处</translation>
  </message>
  <message>
   <source>Next place found</source>
   <translation>下一处结果</translation>
  </message>
  <message>
   <source>Page of the handbook</source>
   <translation>手册页面</translation>
  </message>
  <message>
   <source>Search the handbook</source>
   <translation>在手册中查找</translation>
  </message>
  <message>
   <source>There is no handbook in this copy of the program.</source>
   <translation>这份程序里没有手册。</translation>
  </message>
  <message>
   <source>found nowhere</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>found {times} on {pages}</source>
   <translation>找到 {times}，分布在{pages}</translation>
  </message>
  <message>
   <source>{count} page</source>
   <translation> {count} 页</translation>
  </message>
  <message>
   <source>{count} pages</source>
   <translation> {count} 页</translation>
  </message>
  <message>
   <source>{count} time</source>
   <translation>{count} 处</translation>
  </message>
  <message>
   <source>{count} times</source>
   <translation>{count} 处</translation>
  </message>
  <message>
   <source>{title} ({count})</source>
   <translation>{title}（{count}）</translation>
  </message>
 </context>
 <context>
  <name>Handout</name>
  <message>
   <source>**Answer:** {answer}</source>
   <translation>**答案**：{answer}</translation>
  </message>
  <message>
   <source>**The market:** {answer}</source>
   <translation>**市场**：{answer}</translation>
  </message>
  <message>
   <source>Because:</source>
   <translation>因为：</translation>
  </message>
  <message>
   <source>Measured in this run</source>
   <translation>在这次运行中测得</translation>
  </message>
  <message>
   <source>My guess: ______________     The market: ______________</source>
   <translation>我的猜测：______________     市场：______________</translation>
  </message>
  <message>
   <source>Name: ________________________     Date: ______________</source>
   <translation>姓名：________________________     日期：______________</translation>
  </message>
  <message>
   <source>What this model leaves out</source>
   <translation>这个模型没有包括什么</translation>
  </message>
  <message>
   <source>You will find out</source>
   <translation>你将会发现</translation>
  </message>
  <message>
   <source>{heading} ({clock})</source>
   <translation>{heading}（{clock}）</translation>
  </message>
  <message>
   <source>{measure}, at {clock}, against the other road: {value}</source>
   <translation>{measure}，{clock}，与对照分支相比：{value}</translation>
  </message>
  <message>
   <source>{measure}, at {clock}: {value}</source>
   <translation>{measure}，{clock}：{value}</translation>
  </message>
  <message>
   <source>{measure}, change in the middle one of the trial's runs: {value}</source>
   <translation>{measure}，各次试验变化的中位数：{value}</translation>
  </message>
  <message>
   <source>{measure}, with the change: less in {count} of {seeds}</source>
   <translation>{measure}：{seeds} 次运行中有 {count} 次因改动而更少</translation>
  </message>
  <message>
   <source>{minutes} minutes · scenario “{scenario}” · seed {seed}</source>
   <translation>{minutes} 分钟 · 情景“{scenario}” · 种子 {seed}</translation>
  </message>
  <message>
   <source>{title}: answers</source>
   <translation>{title}：答案</translation>
  </message>
  <message>
   <source>☐  {choice}</source>
   <translation>☐  {choice}</translation>
  </message>
  <message>
   <source>☐  {goal}</source>
   <translation>☐  {goal}</translation>
  </message>
  <message>
   <source>☑  {choice}</source>
   <translation>☑  {choice}</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>About Cascade Lab, and its limits</source>
   <translation>关于 Cascade Lab 及其局限</translation>
  </message>
  <message>
   <source>Handbook</source>
   <translation>手册</translation>
  </message>
  <message>
   <source>The story so far, as a table</source>
   <translation>到目前为止的事件经过（表格）</translation>
  </message>
  <message>
   <source>Three hints to begin with</source>
   <translation>入门三条提示</translation>
  </message>
  <message>
   <source>Where does this number come from?</source>
   <translation>这个数字来自哪里？</translation>
  </message>
 </context>
 <context>
  <name>Ledger</name>
  <message>
   <source>Deleveraged winners</source>
   <translation>被减仓的盈利者</translation>
  </message>
  <message>
   <source>Insurance fund</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>Rescue fund</source>
   <translation>救助基金</translation>
  </message>
  <message>
   <source>Traders' margin</source>
   <translation>交易者的保证金</translation>
  </message>
  <message>
   <source>Winners who shared the loss</source>
   <translation>分摊损失的盈利者</translation>
  </message>
 </context>
 <context>
  <name>LedgerChart</name>
  <message>
   <source>+ {usd} {more}</source>
   <translation>+ {usd} {more}</translation>
  </message>
  <message>
   <source>= {usd}</source>
   <translation>= {usd}</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>账本</translation>
  </message>
  <message>
   <source>No position has been liquidated yet, so nobody has paid.</source>
   <translation>还没有仓位被强平，所以还没有人付钱。</translation>
  </message>
  <message>
   <source>Nobody has gained or lost anything yet.</source>
   <translation>还没有人盈利或亏损。</translation>
  </message>
  <message>
   <source>all</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>all parts together: {usd}</source>
   <translation>各部分合计：{usd}</translation>
  </message>
  <message>
   <source>cost of bankruptcies</source>
   <translation>穿仓损失由谁承担</translation>
  </message>
  <message>
   <source>cost of bankruptcies; left of zero: received</source>
   <translation>穿仓损失由谁承担；零线左侧为收入</translation>
  </message>
  <message>
   <source>cost; left of zero: received</source>
   <translation>穿仓损失；零线左侧为收入</translation>
  </message>
  <message>
   <source>cost; left: received</source>
   <translation>穿仓损失；左：收入</translation>
  </message>
  <message>
   <source>dollars gained (right) and lost (left)</source>
   <translation>盈利（右）与亏损（左）</translation>
  </message>
  <message>
   <source>dollars gained (right) and lost (left) since the start, positions at mark</source>
   <translation>开始以来的盈利（右）与亏损（左），仓位按标记价计</translation>
  </message>
  <message>
   <source>dollars that bankruptcies have cost, and who paid them; left of zero: received</source>
   <translation>穿仓损失由谁承担；零线左侧为收入</translation>
  </message>
  <message>
   <source>lost (left), gained (right)</source>
   <translation>亏（左）、盈（右）</translation>
  </message>
  <message>
   <source>moved between exchanges</source>
   <translation>在交易所之间转移</translation>
  </message>
  <message>
   <source>who paid</source>
   <translation>谁承担</translation>
  </message>
  <message>
   <source>who won, who lost</source>
   <translation>谁赢谁输</translation>
  </message>
  <message>
   <source>{name}, {owner}: {usd}</source>
   <translation>{name}，{owner}：{usd}</translation>
  </message>
  <message>
   <source>{part} of {usd}</source>
   <translation>{usd} 的 {part}</translation>
  </message>
  <message>
   <source>− {usd} {more}</source>
   <translation>− {usd} {more}</translation>
  </message>
 </context>
 <context>
  <name>Lesson</name>
  <message>
   <source>+{value}</source>
   <translation>+{value}</translation>
  </message>
  <message>
   <source>BTC sold as collateral</source>
   <translation>作为抵押品卖出的 BTC</translation>
  </message>
  <message>
   <source>as guessed</source>
   <translation>与猜测一致</translation>
  </message>
  <message>
   <source>asset-minutes without trading</source>
   <translation>暂停交易合计（分钟）</translation>
  </message>
  <message>
   <source>bad debt</source>
   <translation>坏账</translation>
  </message>
  <message>
   <source>close</source>
   <translation>很接近</translation>
  </message>
  <message>
   <source>confidence in {name}</source>
   <translation>对 {name} 的信心</translation>
  </message>
  <message>
   <source>depth of {name}</source>
   <translation>{name} 的深度</translation>
  </message>
  <message>
   <source>depth of {name} left</source>
   <translation>{name} 剩余深度</translation>
  </message>
  <message>
   <source>far off</source>
   <translation>相差很远</translation>
  </message>
  <message>
   <source>first halt</source>
   <translation>首次暂停交易</translation>
  </message>
  <message>
   <source>first liquidation on {name}</source>
   <translation>{name} 首次强平</translation>
  </message>
  <message>
   <source>guess: {guess}</source>
   <translation>猜测：{guess}</translation>
  </message>
  <message>
   <source>halts</source>
   <translation>暂停交易次数</translation>
  </message>
  <message>
   <source>highest R</source>
   <translation>最高 R</translation>
  </message>
  <message>
   <source>insurance funds</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>less in {better} of {all} runs with the change; ring without, disc with it</source>
   <translation>{all} 次运行中有 {better} 次因改动而更少；圆环：无改动，圆点：有改动</translation>
  </message>
  <message>
   <source>liquidated in all</source>
   <translation>强平总额</translation>
  </message>
  <message>
   <source>liquidated on {name}</source>
   <translation>{name} 上的强平额</translation>
  </message>
  <message>
   <source>lowest median altcoin</source>
   <translation>中位山寨币最低点</translation>
  </message>
  <message>
   <source>lowest {name}</source>
   <translation>{name} 最低点</translation>
  </message>
  <message>
   <source>makers below their margin</source>
   <translation>跌破维持保证金的做市商</translation>
  </message>
  <message>
   <source>makers gone</source>
   <translation>出局的做市商</translation>
  </message>
  <message>
   <source>makers liquidated</source>
   <translation>被强平的做市商</translation>
  </message>
  <message>
   <source>makers' orders at the worst</source>
   <translation>最差时做市商的剩余挂单</translation>
  </message>
  <message>
   <source>makers' orders left</source>
   <translation>做市商剩余挂单</translation>
  </message>
  <message>
   <source>makers' part of the liquidations</source>
   <translation>强平中做市商所占比例</translation>
  </message>
  <message>
   <source>market value lost</source>
   <translation>市值损失</translation>
  </message>
  <message>
   <source>otherwise than guessed</source>
   <translation>与猜测不同</translation>
  </message>
  <message>
   <source>part caused by liquidations</source>
   <translation>由强平引起的比例</translation>
  </message>
  <message>
   <source>part that came from elsewhere</source>
   <translation>来自其他交易所的比例</translation>
  </message>
  <message>
   <source>part that came through arbitrage</source>
   <translation>经由套利的比例</translation>
  </message>
  <message>
   <source>part that came through collateral</source>
   <translation>经由抵押品的比例</translation>
  </message>
  <message>
   <source>part that came through makers</source>
   <translation>经由做市商的比例</translation>
  </message>
  <message>
   <source>part that came through the index</source>
   <translation>经由指数的比例</translation>
  </message>
  <message>
   <source>part that was long</source>
   <translation>多头所占比例</translation>
  </message>
  <message>
   <source>price of {name}</source>
   <translation>{name} 的价格</translation>
  </message>
  <message>
   <source>reproduction number R</source>
   <translation>再生数 R</translation>
  </message>
  <message>
   <source>spread of {name}</source>
   <translation>{name} 的点差</translation>
  </message>
  <message>
   <source>spread of {name} against normal</source>
   <translation>{name} 的点差与平时之比</translation>
  </message>
  <message>
   <source>traders liquidated</source>
   <translation>被强平的交易者</translation>
  </message>
  <message>
   <source>trapped in halts</source>
   <translation>困在暂停交易中的金额</translation>
  </message>
  <message>
   <source>winners closed</source>
   <translation>被自动减仓的盈利者</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>已提款</translation>
  </message>
  <message>
   <source>worst minute of {name}</source>
   <translation>{name} 最差的一分钟</translation>
  </message>
  <message>
   <source>{choice} ({value})</source>
   <translation>{choice}（{value}）</translation>
  </message>
  <message>
   <source>{measure}: at least {low}</source>
   <translation>{measure}：至少 {low}</translation>
  </message>
  <message>
   <source>{measure}: at most {high}</source>
   <translation>{measure}：至多 {high}</translation>
  </message>
  <message>
   <source>{measure}: from {low} to {high}</source>
   <translation>{measure}：从 {low} 到 {high}</translation>
  </message>
  <message>
   <source>{name} since the start</source>
   <translation>{name} 较开始时</translation>
  </message>
  <message>
   <source>{time} earlier</source>
   <translation>早 {time}</translation>
  </message>
  <message>
   <source>{time} later</source>
   <translation>晚 {time}</translation>
  </message>
  <message>
   <source>▲ higher</source>
   <translation>▲ 更高</translation>
  </message>
  <message>
   <source>▲ later</source>
   <translation>▲ 更晚</translation>
  </message>
  <message>
   <source>▲ more</source>
   <translation>▲ 更多</translation>
  </message>
  <message>
   <source>▲ wider</source>
   <translation>▲ 更宽</translation>
  </message>
  <message>
   <source>▼ less</source>
   <translation>▼ 更少</translation>
  </message>
  <message>
   <source>▼ lower</source>
   <translation>▼ 更低</translation>
  </message>
  <message>
   <source>▼ narrower</source>
   <translation>▼ 更窄</translation>
  </message>
  <message>
   <source>▼ sooner</source>
   <translation>▼ 更早</translation>
  </message>
  <message>
   <source>● about the same</source>
   <translation>● 大致相同</translation>
  </message>
 </context>
 <context>
  <name>LessonActions</name>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>A market as somebody left it: play it, and turn its switches.</source>
   <translation>别人留下的市场：播放它，拨动它的开关。</translation>
  </message>
  <message>
   <source>Folder for the lesson</source>
   <translation>课程所在的文件夹</translation>
  </message>
  <message>
   <source>New here? A tour of three minutes shows how to watch a crash and change its rules.</source>
   <translation>第一次使用？三分钟导览教你观看一场崩盘，并改变它的规则。</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>以后再说</translation>
  </message>
  <message>
   <source>Numbers are this model's, not forecasts. Assumptions are marked in the settings.</source>
   <translation>这些数字来自本模型，不是预测。假设在设置中有标记。</translation>
  </message>
  <message>
   <source>Presenter layout: the projector's look over the full screen. Ctrl+P goes back.</source>
   <translation>演示布局：全屏的投影外观。按 Ctrl+P 返回。</translation>
  </message>
  <message>
   <source>Save this state as a lesson</source>
   <translation>把当前状态存为课程</translation>
  </message>
  <message>
   <source>Saved as {folder}; open it with Lessons, Open a lesson file.</source>
   <translation>已存为 {folder}；用“课程”里的“打开课程文件”打开。</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>开始导览</translation>
  </message>
  <message>
   <source>Title of the lesson</source>
   <translation>课程标题</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>欢迎</translation>
  </message>
  <message>
   <source>What happens next, and what would change it</source>
   <translation>接下来会发生什么，什么会改变它</translation>
  </message>
  <message>
   <source>Worksheet and answers</source>
   <translation>练习单和答案</translation>
  </message>
  <message>
   <source>Written: {files}</source>
   <translation>已写入：{files}</translation>
  </message>
 </context>
 <context>
  <name>LessonPanel</name>
  <message>
   <source>Back to the lesson</source>
   <translation>回到课程</translation>
  </message>
  <message>
   <source>End the lesson</source>
   <translation>结束课程</translation>
  </message>
  <message>
   <source>End the lesson; the market stays as it is</source>
   <translation>结束课程；市场保持原样</translation>
  </message>
  <message>
   <source>Everything is free. Press X to come back to the lesson.</source>
   <translation>一切都可以自由操作。按 X 回到课程。</translation>
  </message>
  <message>
   <source>Explore freely</source>
   <translation>自由探索</translation>
  </message>
  <message>
   <source>Going to this moment …</source>
   <translation>正在前往这一时刻……</translation>
  </message>
  <message>
   <source>Leave the lesson's way and come back to it; nothing is lost (X)</source>
   <translation>离开课程的分支，再回来；什么都不会丢失（X）</translation>
  </message>
  <message>
   <source>Next step (Ctrl+PgDown)</source>
   <translation>下一步（Ctrl+PgDown）</translation>
  </message>
  <message>
   <source>Next ▶</source>
   <translation>下一步 ▶</translation>
  </message>
  <message>
   <source>Preparing this moment … {part}</source>
   <translation>正在准备这一时刻……{part}</translation>
  </message>
  <message>
   <source>Space goes on.</source>
   <translation>按空格键继续。</translation>
  </message>
  <message>
   <source>Space plays on to {clock}.</source>
   <translation>按空格键播放到 {clock}。</translation>
  </message>
  <message>
   <source>Step before</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Step before (Ctrl+PgUp)</source>
   <translation>上一步（Ctrl+PgUp）</translation>
  </message>
  <message>
   <source>The last step: the market is yours.</source>
   <translation>最后一步：市场交给你了。</translation>
  </message>
  <message>
   <source>The market waits: Enter adds a hand, ↓ leads on to the button.</source>
   <translation>市场在等你：按回车加一人，按 ↓ 移到按钮。</translation>
  </message>
  <message>
   <source>The market waits: type or ↑ ↓, Enter commits.</source>
   <translation>市场在等你：输入数字或按 ↑ ↓，按回车确定。</translation>
  </message>
  <message>
   <source>The market waits: ↑ ↓ choose, Enter commits.</source>
   <translation>市场在等你：按 ↑ ↓ 选择，按回车确定。</translation>
  </message>
  <message>
   <source>{keys} Shift+↓: more below.</source>
   <translation>{keys}Shift+↓：下面还有内容。</translation>
  </message>
  <message>
   <source>{number} of {all}</source>
   <translation>{number} / {all}</translation>
  </message>
  <message>
   <source>◀</source>
   <translation>◀</translation>
  </message>
  <message>
   <source>✕</source>
   <translation>✕</translation>
  </message>
 </context>
 <context>
  <name>LessonsDialog</name>
  <message>
   <source>About the lesson</source>
   <translation>课程介绍</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>课程</translation>
  </message>
  <message>
   <source>Lessons (lesson.toml)</source>
   <translation>课程 (lesson.toml)</translation>
  </message>
  <message>
   <source>Open a lesson</source>
   <translation>打开课程</translation>
  </message>
  <message>
   <source>Open a lesson file …</source>
   <translation>打开课程文件……</translation>
  </message>
  <message>
   <source>TEACHER PRESETS</source>
   <translation>教师预设</translation>
  </message>
  <message>
   <source>What this model leaves out</source>
   <translation>这个模型没有包括什么</translation>
  </message>
  <message>
   <source>You will find out</source>
   <translation>你将会发现</translation>
  </message>
  <message>
   <source>{title} · {minutes} min</source>
   <translation>{title} · {minutes} 分钟</translation>
  </message>
  <message>
   <source>{title} · {minutes} min · step {number} of {all}</source>
   <translation>{title} · {minutes} 分钟 · 第 {number} 步，共 {all} 步</translation>
  </message>
  <message>
   <source>✓ {title} · {minutes} min</source>
   <translation>✓ {title} · {minutes} 分钟</translation>
  </message>
 </context>
 <context>
  <name>LiquidationMapChart</name>
  <message>
   <source>Liquidation map</source>
   <translation>潜在强平分布</translation>
  </message>
  <message>
   <source>No position of this asset has a liquidation price within sight.</source>
   <translation>图中范围内没有该资产仓位的强平价。</translation>
  </message>
  <message>
   <source>added up</source>
   <translation>累计</translation>
  </message>
  <message>
   <source>blue: longs, sold if the price falls there; orange: shorts</source>
   <translation>蓝色：多头，价格跌到那里会被卖出；橙色：空头</translation>
  </message>
  <message>
   <source>blue: longs, sold if the price falls there; orange: shorts, bought back if it rises there</source>
   <translation>蓝：多头，价格跌到那里会被卖出；橙：空头，价格涨到那里会被买回</translation>
  </message>
  <message>
   <source>blue: longs; orange: shorts</source>
   <translation>蓝：多头；橙：空头</translation>
  </message>
  <message>
   <source>from the mark to here: {usd}</source>
   <translation>从标记价到这里：{usd}</translation>
  </message>
  <message>
   <source>longs</source>
   <translation>多头</translation>
  </message>
  <message>
   <source>mark {price}</source>
   <translation>标记价 {price}</translation>
  </message>
  <message>
   <source>no price of their own, margin shared between coins: {usd}</source>
   <translation>没有单独的强平价（各币种共用保证金）：{usd}</translation>
  </message>
  <message>
   <source>not on the chart: {usd}</source>
   <translation>未画出：{usd}</translation>
  </message>
  <message>
   <source>shorts</source>
   <translation>空头</translation>
  </message>
  <message>
   <source>{low} to {high} ({change})</source>
   <translation>{low} 至 {high}（{change}）</translation>
  </message>
  <message>
   <source>{name}: longs {longs}, shorts {shorts}</source>
   <translation>{name}：多头 {longs}，空头 {shorts}</translation>
  </message>
  <message>
   <source>{price} ({change})</source>
   <translation>{price}（{change}）</translation>
  </message>
  <message>
   <source>{symbol} positions by liquidation price</source>
   <translation>{symbol} 各强平价上的仓位</translation>
  </message>
  <message>
   <source>{symbol}: dollars of positions by liquidation price; lines: added up from the mark</source>
   <translation>{symbol}：各强平价上的仓位金额；曲线：从标记价起累计</translation>
  </message>
  <message>
   <source>{symbol}: positions by liquidation price; lines: added up</source>
   <translation>{symbol}：各强平价上的仓位；曲线：累计</translation>
  </message>
  <message>
   <source>{symbol}: positions by liquidation price; lines: added up from the mark</source>
   <translation>{symbol}：各强平价上的仓位；曲线：从标记价起累计</translation>
  </message>
 </context>
 <context>
  <name>LiquidationsChart</name>
  <message>
   <source>$ per 10 s</source>
   <translation>每 10 秒金额</translation>
  </message>
  <message>
   <source>Liquidations over time</source>
   <translation>强平随时间的变化</translation>
  </message>
  <message>
   <source>Nothing is liquidated yet: press play.</source>
   <translation>还没有强平：请按播放。</translation>
  </message>
  <message>
   <source>by exchange</source>
   <translation>按交易所</translation>
  </message>
  <message>
   <source>by side</source>
   <translation>按多空方向</translation>
  </message>
  <message>
   <source>dollars liquidated per 10 s</source>
   <translation>每 10 秒强平金额</translation>
  </message>
  <message>
   <source>leveraged longs</source>
   <translation>带杠杆多头</translation>
  </message>
  <message>
   <source>leveraged shorts</source>
   <translation>带杠杆空头</translation>
  </message>
  <message>
   <source>market makers</source>
   <translation>做市商</translation>
  </message>
 </context>
 <context>
  <name>MakersChart</name>
  <message>
   <source>Market makers</source>
   <translation>做市商</translation>
  </message>
  <message>
   <source>M{number}</source>
   <translation>M{number}</translation>
  </message>
  <message>
   <source>M{number} at {time}</source>
   <translation>{time} 的 M{number}</translation>
  </message>
  <message>
   <source>There are no market makers in this scenario.</source>
   <translation>这个情景里没有做市商。</translation>
  </message>
  <message>
   <source>being liquidated</source>
   <translation>正在被强平</translation>
  </message>
  <message>
   <source>each firm: loss in parts of its limit (orange), orders withdrawn (blue); dashed: 100 %</source>
   <translation>每家公司：亏损占限额的比例（橙），撤走的挂单（蓝）；虚线：100%</translation>
  </message>
  <message>
   <source>limit {usd}</source>
   <translation>限额 {usd}</translation>
  </message>
  <message>
   <source>liquidated</source>
   <translation>已强平</translation>
  </message>
  <message>
   <source>loss in parts of the limit (orange), orders withdrawn (blue)</source>
   <translation>亏损占限额的比例（橙），撤走的挂单（蓝）</translation>
  </message>
  <message>
   <source>loss of limit: orange; withdrawn: blue</source>
   <translation>亏损占限额：橙；撤单：蓝</translation>
  </message>
  <message>
   <source>lost {usd}, {part} of its limit of {limit}</source>
   <translation>亏损 {usd}，占限额 {limit} 的 {part}</translation>
  </message>
  <message>
   <source>orders withdrawn</source>
   <translation>撤走的挂单</translation>
  </message>
  <message>
   <source>quotes</source>
   <translation>报价中</translation>
  </message>
 </context>
 <context>
  <name>Margin</name>
  <message>
   <source>1 to 100 rows of [rising upper notional or null in the last row, rate from 0 to 0.98 that does not fall]</source>
   <translation>1 至 100 行 [递增的名义上限，末行为 null；0 至 0.98 且不下降的费率]</translation>
  </message>
  <message>
   <source>a list of 1 to 500 objects with asset, side, qty and entry</source>
   <translation>1 至 500 个对象的列表，含 asset、side、qty 和 entry</translation>
  </message>
  <message>
   <source>a list of at most 500 objects with asset, qty and price</source>
   <translation>至多 500 个对象的列表，含 asset、qty 和 price</translation>
  </message>
  <message>
   <source>a name of 1 to 32 printable characters</source>
   <translation>1 至 32 个可打印字符的名称</translation>
  </message>
  <message>
   <source>a number from 0.01 to 1000</source>
   <translation>0.01 至 1000 的数字</translation>
  </message>
  <message>
   <source>a number of dollars from 0 to 1e18</source>
   <translation>0 至 1e18 美元</translation>
  </message>
  <message>
   <source>a number of dollars up to 1e18, below 0 in cross mode only</source>
   <translation>至多 1e18 美元，仅全仓模式可为负</translation>
  </message>
  <message>
   <source>a number of units from 1e-9 to 1e15</source>
   <translation>1e-9 至 1e15 个</translation>
  </message>
  <message>
   <source>a price in dollars from 1e-9 to 1e12</source>
   <translation>1e-9 至 1e12 美元的价格</translation>
  </message>
  <message>
   <source>a rate from 0 to 0.98</source>
   <translation>0 至 0.98 的费率</translation>
  </message>
  <message>
   <source>a share of the value from 0 to 0.01</source>
   <translation>占价值的比例，0 至 0.01</translation>
  </message>
  <message>
   <source>bankruptcy {price}</source>
   <translation>破产价 {price}</translation>
  </message>
  <message>
   <source>binance, okx or bybit</source>
   <translation>binance、okx 或 bybit</translation>
  </message>
  <message>
   <source>entry {price}</source>
   <translation>开仓价 {price}</translation>
  </message>
  <message>
   <source>isolated or cross</source>
   <translation>逐仓（isolated）或全仓（cross）</translation>
  </message>
  <message>
   <source>liquidation {price}</source>
   <translation>强平价 {price}</translation>
  </message>
  <message>
   <source>long or short</source>
   <translation>多头（long）或空头（short）</translation>
  </message>
  <message>
   <source>mark {price}</source>
   <translation>标记价 {price}</translation>
  </message>
  <message>
   <source>none, flat, tiered, a share from 0 to 1, or rows of [rising upper amount or null in the last, share]</source>
   <translation>none、flat、tiered、0 至 1 的比例，或若干行 [递增上限，末行为 null；比例]</translation>
  </message>
  <message>
   <source>the exchange sells</source>
   <translation>交易所卖出</translation>
  </message>
  <message>
   <source>the insurance fund pays</source>
   <translation>保险基金承担</translation>
  </message>
  <message>
   <source>the trader's margin pays</source>
   <translation>交易者的保证金承担</translation>
  </message>
 </context>
 <context>
  <name>MarginCalculator</name>
  <message>
   <source>At this mark price the position is called at once.</source>
   <translation>在此标记价下，仓位立即触发强平。</translation>
  </message>
  <message>
   <source>Bankruptcy price</source>
   <translation>破产价</translation>
  </message>
  <message>
   <source>Equity</source>
   <translation>权益</translation>
  </message>
  <message>
   <source>Fall until liquidation</source>
   <translation>距强平价的跌幅</translation>
  </message>
  <message>
   <source>Liquidation price</source>
   <translation>强平价</translation>
  </message>
  <message>
   <source>Maintenance margin</source>
   <translation>维持保证金</translation>
  </message>
  <message>
   <source>Margin calculator</source>
   <translation>保证金计算器</translation>
  </message>
  <message>
   <source>Margin ratio</source>
   <translation>保证金率</translation>
  </message>
  <message>
   <source>Position and result</source>
   <translation>仓位与结果</translation>
  </message>
  <message>
   <source>Rise until liquidation</source>
   <translation>距强平价的涨幅</translation>
  </message>
  <message>
   <source>Stylised after the exchanges' published rules; not the firms.</source>
   <translation>按各交易所公开规则简化而成；并非这些公司本身。</translation>
  </message>
  <message>
   <source>Tier</source>
   <translation>档位</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>哪里有问题</translation>
  </message>
  <message>
   <source>no price</source>
   <translation>无</translation>
  </message>
  <message>
   <source>none left</source>
   <translation>已耗尽</translation>
  </message>
 </context>
 <context>
  <name>MarginDrawing</name>
  <message>
   <source>Drawing of the position's prices</source>
   <translation>仓位价格示意图</translation>
  </message>
 </context>
 <context>
  <name>MarginForm</name>
  <message>
   <source>95 % counts</source>
   <translation>按 95% 折算</translation>
  </message>
  <message>
   <source>BTC and ETH</source>
   <translation>BTC 和 ETH</translation>
  </message>
  <message>
   <source>BTC price, $</source>
   <translation>BTC 价（美元）</translation>
  </message>
  <message>
   <source>Collateral counts under full margin only.</source>
   <translation>抵押品只在全仓保证金下起作用。</translation>
  </message>
  <message>
   <source>Collateral, BTC</source>
   <translation>抵押品（BTC）</translation>
  </message>
  <message>
   <source>Entry price, $</source>
   <translation>开仓价（美元）</translation>
  </message>
  <message>
   <source>Exchange's rules</source>
   <translation>交易所规则</translation>
  </message>
  <message>
   <source>Haircut</source>
   <translation>抵押折扣</translation>
  </message>
  <message>
   <source>Leverage counts under isolated margin only.</source>
   <translation>杠杆只在逐仓保证金下起作用。</translation>
  </message>
  <message>
   <source>Leverage, ×</source>
   <translation>杠杆（倍）</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>保证金模式</translation>
  </message>
  <message>
   <source>Mark price, $</source>
   <translation>标记价（美元）</translation>
  </message>
  <message>
   <source>SOL</source>
   <translation>SOL</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>Size, units</source>
   <translation>数量（个）</translation>
  </message>
  <message>
   <source>Size, {symbol}</source>
   <translation>数量（{symbol}）</translation>
  </message>
  <message>
   <source>Tiers</source>
   <translation>档位</translation>
  </message>
  <message>
   <source>Wallet and collateral count under full margin only.</source>
   <translation>钱包和抵押品只在全仓保证金下起作用。</translation>
  </message>
  <message>
   <source>Wallet, $</source>
   <translation>钱包（美元）</translation>
  </message>
  <message>
   <source>a small altcoin</source>
   <translation>小市值山寨币</translation>
  </message>
  <message>
   <source>as entry</source>
   <translation>同开仓价</translation>
  </message>
  <message>
   <source>full margin</source>
   <translation>全仓</translation>
  </message>
  <message>
   <source>isolated</source>
   <translation>逐仓</translation>
  </message>
  <message>
   <source>long</source>
   <translation>多头</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无折扣</translation>
  </message>
  <message>
   <source>short</source>
   <translation>空头</translation>
  </message>
  <message>
   <source>the more, the less</source>
   <translation>越多折扣越大</translation>
  </message>
  <message>
   <source>whole wallet</source>
   <translation>整个钱包</translation>
  </message>
  <message>
   <source>{field}: expected {expected}.</source>
   <translation>{field}：应为 {expected}。</translation>
  </message>
 </context>
 <context>
  <name>Measures</name>
  <message>
   <source>$14 billion, 35 % of all.</source>
   <translation>140 亿美元，占总额的 35%。</translation>
  </message>
  <message>
   <source>$26 billion, 65 % of all.</source>
   <translation>260 亿美元，占总额的 65%。</translation>
  </message>
  <message>
   <source>$40 billion in all.</source>
   <translation>总计 400 亿美元。</translation>
  </message>
  <message>
   <source>A $5 billion rescue fund prevents $50 billion of liquidations.</source>
   <translation>50 亿美元的救助基金可避免 500 亿美元的强平。</translation>
  </message>
  <message>
   <source>A DeFi token's depth falls from $5 million to $500,000.</source>
   <translation>某 DeFi 代币的深度从 500 万美元降到 50 万美元。</translation>
  </message>
  <message>
   <source>A slow, coarse model beside the fast one: trust and depth return by half-lives that are assumed, and with them volume, fees and the value of small coins. It starts from this second as if calm began now.</source>
   <translation>快模型之外另有一个慢而粗的模型：信任和深度按假设的半衰期恢复，成交量、手续费和小市值币的市值随之恢复。它从这一秒开始，假定从现在起恢复平静。</translation>
  </message>
  <message>
   <source>An altcoin can lose 90 % in one minute.</source>
   <translation>一种山寨币可在一分钟内跌去 90%。</translation>
  </message>
  <message>
   <source>Asset-minutes without trading: the minutes in which an asset could not be traded, summed over assets, this road less the other. Ten assets that pause for five minutes make fifty.</source>
   <translation>暂停交易合计：各币种不能交易的分钟数之和，本分支减对照分支。十个币种各暂停五分钟，合计五十。</translation>
  </message>
  <message>
   <source>Bad debt on this road less on the other.</source>
   <translation>本分支的坏账减去对照分支的坏账。</translation>
  </message>
  <message>
   <source>Best ask less best bid, in dollars and against the normal spread of this book.</source>
   <translation>最优卖价减最优买价，以美元计，并与该订单簿的正常点差相比。</translation>
  </message>
  <message>
   <source>Bids left</source>
   <translation>剩余买单</translation>
  </message>
  <message>
   <source>Bids within 2 % of the price now against the first second, all exchanges: the filling of its tile.</source>
   <translation>当前价格 2% 以内的买单与第一秒之比，所有交易所合计：色块的填充高度。</translation>
  </message>
  <message>
   <source>Bids within 2 % of the price now against the normal book.</source>
   <translation>当前价格 2% 以内的买单与正常订单簿之比。</translation>
  </message>
  <message>
   <source>Bids within 2 % of the price of the asset on stage, against the normal book, by exchange.</source>
   <translation>主画面资产价格 2% 以内的买单与正常订单簿之比，按交易所。</translation>
  </message>
  <message>
   <source>Book over time</source>
   <translation>订单簿历史</translation>
  </message>
  <message>
   <source>Called positions of all assets that wait on this road for trading to begin again.</source>
   <translation>本分支上所有币种中已触发强平、等待恢复交易的仓位。</translation>
  </message>
  <message>
   <source>Called positions that wait for the re-opening, at the mark price.</source>
   <translation>已触发强平、等待恢复交易后卖出的仓位，按标记价计。</translation>
  </message>
  <message>
   <source>Change of an asset</source>
   <translation>资产的涨跌</translation>
  </message>
  <message>
   <source>Change on an exchange</source>
   <translation>某交易所的涨跌</translation>
  </message>
  <message>
   <source>Chosen by the scenario or by you: the number from which the weather of this run is drawn. The same seed is the same weather.</source>
   <translation>由情景或由你选定：这次运行的随机行情由这个数字产生。同样的种子，同样的随机行情。</translation>
  </message>
  <message>
   <source>Claims of the post</source>
   <translation>文章的论断</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>信心</translation>
  </message>
  <message>
   <source>Confidence chart</source>
   <translation>信心图</translation>
  </message>
  <message>
   <source>Contagion matrix</source>
   <translation>传染矩阵</translation>
  </message>
  <message>
   <source>Customers' money withdrawn from all exchanges since the start, net of deposits.</source>
   <translation>开始以来客户从所有交易所提走的资金，已减去存入。</translation>
  </message>
  <message>
   <source>Customers' money withdrawn from each exchange since the start, net of deposits.</source>
   <translation>开始以来客户从各交易所提走的资金，已减去存入。</translation>
  </message>
  <message>
   <source>Delay of a hop</source>
   <translation>跳跃的延迟</translation>
  </message>
  <message>
   <source>Depth chart</source>
   <translation>深度图</translation>
  </message>
  <message>
   <source>Depth in a bar</source>
   <translation>一根横条的深度</translation>
  </message>
  <message>
   <source>Depth left of an asset</source>
   <translation>资产的剩余深度</translation>
  </message>
  <message>
   <source>Difference: bad debt</source>
   <translation>差别：坏账</translation>
  </message>
  <message>
   <source>Difference: liquidated</source>
   <translation>差别：强平额</translation>
  </message>
  <message>
   <source>Difference: lowest median altcoin</source>
   <translation>差别：中位山寨币最低点</translation>
  </message>
  <message>
   <source>Difference: lowest price</source>
   <translation>差别：最低价</translation>
  </message>
  <message>
   <source>Difference: waiting to be sold</source>
   <translation>差别：恢复交易时待卖出金额</translation>
  </message>
  <message>
   <source>Difference: without trading</source>
   <translation>差别：暂停交易合计</translation>
  </message>
  <message>
   <source>Dollars liquidated by the exchange on which their cause lies and the exchange on which they were sold.</source>
   <translation>强平金额，按起因所在的交易所和卖出所在的交易所分列。</translation>
  </message>
  <message>
   <source>Dollars liquidated in each ten seconds, by exchange.</source>
   <translation>每十秒的强平金额，按交易所。</translation>
  </message>
  <message>
   <source>Dollars liquidated in the last minute because of liquidations, for each dollar liquidated in the minute before; above 1 the fire spreads. Drawn from $100 million in the minute before on and up to 5; the readout and the saved numbers are exact.</source>
   <translation>前一分钟每强平 1 美元，最近一分钟由强平再引发的强平金额；大于 1 时火势蔓延。前一分钟强平满 1 亿美元才画，最多画到 5；读数和保存的数据是精确值。</translation>
  </message>
  <message>
   <source>Dollars liquidated in the last minute because of liquidations, for each dollar liquidated in the minute before; above 1 the fire spreads. Shown from $100 million in the minute before on, since a few first dollars would give any number, and above 20 only as “&gt; 20”.</source>
   <translation>前一分钟每强平 1 美元，最近一分钟由强平再引发的强平金额；大于 1 时火势蔓延。前一分钟强平满 1 亿美元才显示，因为基数太小时会得出任意大的数；超过 20 时只写“&gt; 20”。</translation>
  </message>
  <message>
   <source>Dollars of a hop</source>
   <translation>跳跃的金额</translation>
  </message>
  <message>
   <source>Dollars of the open positions by the price at which their margin would be too small, computed from every account as it stands now; other prices are held still.</source>
   <translation>未平仓位的美元金额，按各自保证金不足时的价格排列；由每个账户此刻的状况算出，其他价格保持不变。</translation>
  </message>
  <message>
   <source>Dollars of the orders that rested in each band of prices, as recorded each second; the dots are the dollars sold by liquidations at that price.</source>
   <translation>各价格区间里挂单的美元金额，每秒记录一次；圆点是强平在该价格卖出的金额。</translation>
  </message>
  <message>
   <source>Dollars of the resting orders in a bar of prices; an order stands for the stretch of prices around it. Its left part: market makers'.</source>
   <translation>一根横条所代表的价格区间里挂单的美元金额；一张订单代表它周围的一段价格。左侧是做市商的。</translation>
  </message>
  <message>
   <source>Dollars that liquidations and insurance funds sold into this book in this second.</source>
   <translation>这一秒内，强平和保险基金卖入该订单簿的金额。</translation>
  </message>
  <message>
   <source>Each cure's run less the run without any cure on the same seed: a dot a seed; the bar holds 80 % of them, the line halves them.</source>
   <translation>同一种子下，用某项对策的运行减去不用任何对策的运行：一个点代表一个种子；横条包含其中 80%，竖线为中位数。</translation>
  </message>
  <message>
   <source>Each market maker's loss against the limit at which it stops, and the part of its normal orders that it has withdrawn.</source>
   <translation>每家做市商的亏损占其止损限额的比例，以及它撤走的正常挂单的比例。</translation>
  </message>
  <message>
   <source>Eaten by liquidations</source>
   <translation>被强平吃掉的买单</translation>
  </message>
  <message>
   <source>Index of BTC, of the asset on stage and of the median altcoin, against the first second.</source>
   <translation>BTC、主画面资产和山寨币中位数的指数较第一秒的涨跌。</translation>
  </message>
  <message>
   <source>Insurance fund left</source>
   <translation>保险基金余额</translation>
  </message>
  <message>
   <source>Insurance funds</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>Its price now against the asset's price at the start.</source>
   <translation>当前价格较该资产开始时的涨跌。</translation>
  </message>
  <message>
   <source>Last price</source>
   <translation>最新成交价</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>账本</translation>
  </message>
  <message>
   <source>Liquidated</source>
   <translation>强平额</translation>
  </message>
  <message>
   <source>Liquidated in this second here with their cause on another exchange: the largest part of what moved the mark price since the accounts were last safe.</source>
   <translation>这一秒在此处被强平、而起因在另一家交易所的金额：即自账户上次安全以来推动标记价的最大部分。</translation>
  </message>
  <message>
   <source>Liquidated of an asset</source>
   <translation>资产的强平额</translation>
  </message>
  <message>
   <source>Liquidated of market makers</source>
   <translation>做市商被强平额</translation>
  </message>
  <message>
   <source>Liquidated of traders</source>
   <translation>交易者被强平额</translation>
  </message>
  <message>
   <source>Liquidated on an exchange</source>
   <translation>某交易所的强平额</translation>
  </message>
  <message>
   <source>Liquidated on this road less liquidated on the other one up to the same second, under the same weather.</source>
   <translation>截至同一秒，本分支的强平额减去对照分支的强平额，随机行情相同。</translation>
  </message>
  <message>
   <source>Liquidations chart</source>
   <translation>强平图</translation>
  </message>
  <message>
   <source>Liquidations go from Binance to OKX to Bybit.</source>
   <translation>强平从 Binance 蔓延到 OKX，再到 Bybit。</translation>
  </message>
  <message>
   <source>Liquidity of the 100 largest altcoins falls by 80 %.</source>
   <translation>前 100 种山寨币的流动性下降 80%。</translation>
  </message>
  <message>
   <source>Losses that neither margin nor insurance funds nor deleveraged winners could pay.</source>
   <translation>保证金、保险基金和被减仓的盈利者都无力承担的损失。</translation>
  </message>
  <message>
   <source>Lowest index since the start of the asset on stage, this road less the other, in points of its first price.</source>
   <translation>主画面资产开始以来的最低指数，本分支减对照分支，以占首个价格的百分点计。</translation>
  </message>
  <message>
   <source>Makers chart</source>
   <translation>做市商图</translation>
  </message>
  <message>
   <source>Makers' orders left</source>
   <translation>做市商剩余挂单</translation>
  </message>
  <message>
   <source>Many runs</source>
   <translation>多次运行</translation>
  </message>
  <message>
   <source>Mark price</source>
   <translation>标记价</translation>
  </message>
  <message>
   <source>Market time</source>
   <translation>市场时间</translation>
  </message>
  <message>
   <source>Market value lost</source>
   <translation>市值损失</translation>
  </message>
  <message>
   <source>Median over altcoins of their lowest index since the start, this road less the other.</source>
   <translation>各山寨币开始以来最低指数的中位数，本分支减对照分支。</translation>
  </message>
  <message>
   <source>Net withdrawals at their highest since 2022.</source>
   <translation>净提款达到 2022 年以来最高。</translation>
  </message>
  <message>
   <source>Ninety days after</source>
   <translation>此后九十天</translation>
  </message>
  <message>
   <source>Normal book</source>
   <translation>正常订单簿</translation>
  </message>
  <message>
   <source>Normal depth of an asset</source>
   <translation>资产的正常深度</translation>
  </message>
  <message>
   <source>November 2022: 16.8 % of balances in 11 days.</source>
   <translation>2022 年 11 月：11 天内流出余额的 16.8%。</translation>
  </message>
  <message>
   <source>Only on thin pairs; BTC lost 5.0 % in its worst minute.</source>
   <translation>只发生在交易清淡的币种上；BTC 最差一分钟跌 5.0%。</translation>
  </message>
  <message>
   <source>Order book data of that day: 87–90 % gone.</source>
   <translation>当日的订单簿数据：消失了 87%–90%。</translation>
  </message>
  <message>
   <source>Part of the market makers' normal orders that still stands, all books.</source>
   <translation>做市商的正常挂单中仍在的比例，所有订单簿合计。</translation>
  </message>
  <message>
   <source>Press, of 10 October 2025: $19.1–19.4 billion; one market maker: $25–30 billion or more.</source>
   <translation>媒体对 2025 年 10 月 10 日的报道：191–194 亿美元；一家做市商：250–300 亿美元或更多。</translation>
  </message>
  <message>
   <source>Price of the last trade in this book.</source>
   <translation>该订单簿最新一笔成交的价格。</translation>
  </message>
  <message>
   <source>Price on an exchange</source>
   <translation>某交易所的价格</translation>
  </message>
  <message>
   <source>Prices chart</source>
   <translation>价格图</translation>
  </message>
  <message>
   <source>R over time</source>
   <translation>R 随时间的变化</translation>
  </message>
  <message>
   <source>Reproduction number R</source>
   <translation>再生数 R</translation>
  </message>
  <message>
   <source>Resting orders of one side within 2 % of the price at the start, all exchanges: the area of its tile.</source>
   <translation>开始时价格 2% 以内的单边挂单，所有交易所合计：色块的面积。</translation>
  </message>
  <message>
   <source>Seconds of the market for each second in the room.</source>
   <translation>教室里的一秒对应市场里的几秒。</translation>
  </message>
  <message>
   <source>Seconds of the market since the start; one step is one second.</source>
   <translation>开始以来市场经过的秒数；一步就是一秒。</translation>
  </message>
  <message>
   <source>Seconds until this book opens again by auction.</source>
   <translation>距该订单簿经竞价恢复交易的秒数。</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>速度</translation>
  </message>
  <message>
   <source>Spread</source>
   <translation>点差</translation>
  </message>
  <message>
   <source>Spreads grow by 300–500 %; BTC's from $10 to $50.</source>
   <translation>点差扩大 300%–500%；BTC 的点差从 10 美元扩大到 50 美元。</translation>
  </message>
  <message>
   <source>The asset's index now against its index at the start.</source>
   <translation>资产当前的指数较开始时的涨跌。</translation>
  </message>
  <message>
   <source>The dashed outline: what stood in each bar at the start, as the scenario's depths and their shape say; smooth within each measured band of prices, whose sum it keeps.</source>
   <translation>虚线轮廓：开始时每根横条里的挂单，由情景的深度及其形状决定；在每个测得的价格区间内平滑，总和不变。</translation>
  </message>
  <message>
   <source>The mid price: the middle between the best bid and the best ask of this book.</source>
   <translation>中间价：该订单簿最优买价与最优卖价的中间。</translation>
  </message>
  <message>
   <source>The model's state of customers' trust in each exchange, from losses, halts and delays; 100 % at the start. No survey measures it.</source>
   <translation>模型中客户对每家交易所的信心，由亏损、暂停交易和延误决定；开始时为 100%。没有任何调查测量过它。</translation>
  </message>
  <message>
   <source>The model's state of customers' trust in this exchange, from losses, halts and delays; 100 % at the start. No survey measures it.</source>
   <translation>模型中客户对这家交易所的信心，由亏损、暂停交易和延误决定；开始时为 100%。没有任何调查测量过它。</translation>
  </message>
  <message>
   <source>The part of it that belonged to market makers.</source>
   <translation>其中属于做市商的部分。</translation>
  </message>
  <message>
   <source>The part of it that belonged to traders with leverage.</source>
   <translation>其中属于使用杠杆的交易者的部分。</translation>
  </message>
  <message>
   <source>The price by which this exchange decides who is liquidated; which rule makes it, “Mark price” says under the rules.</source>
   <translation>这家交易所据以判定谁被强平的价格；由哪条规则产生，见规则中的“标记价”。</translation>
  </message>
  <message>
   <source>Time from the move on the other exchange to the margin call here.</source>
   <translation>从另一家交易所价格变动到这里触发强平的时间。</translation>
  </message>
  <message>
   <source>Time to the re-opening</source>
   <translation>距恢复交易的时间</translation>
  </message>
  <message>
   <source>Top market makers withdraw more than 50 % of their orders.</source>
   <translation>头部做市商撤走 50% 以上的挂单。</translation>
  </message>
  <message>
   <source>Unpaid losses</source>
   <translation>坏账</translation>
  </message>
  <message>
   <source>Value of all coins of the listed assets at the start less their value now, at the index price.</source>
   <translation>所列资产全部币的价值，开始时减去现在，按指数价格计。</translation>
  </message>
  <message>
   <source>Value of all positions closed by force since the start, at the prices at which they were sold, of traders and of market makers, on all exchanges.</source>
   <translation>开始以来所有被强制平仓的仓位价值，按卖出价计，包括交易者和做市商，所有交易所合计。</translation>
  </message>
  <message>
   <source>Value of its positions closed by force since the start, all exchanges.</source>
   <translation>开始以来该资产被强制平仓的仓位价值，所有交易所合计。</translation>
  </message>
  <message>
   <source>Value of this asset's positions closed by force on this exchange since the start.</source>
   <translation>开始以来该资产在这家交易所被强制平仓的仓位价值。</translation>
  </message>
  <message>
   <source>Waiting to be sold</source>
   <translation>等待卖出</translation>
  </message>
  <message>
   <source>What each party has gained or lost since the start, positions at the mark price; who paid for bankruptcies, in the order of the exchanges' rules. It always adds up to nothing.</source>
   <translation>开始以来各方的盈亏，仓位按标记价计；以及穿仓损失由谁承担，按交易所规则的次序。总和始终为零。</translation>
  </message>
  <message>
   <source>What the insurance funds of all exchanges hold now, with their own open positions at the mark price.</source>
   <translation>所有交易所的保险基金现有的资金，连同其自身的未平仓位（按标记价计）。</translation>
  </message>
  <message>
   <source>What the post claims, beside what many runs of this market measure; the verdict is computed from the two, and the last column says on what kind of rule it rests.</source>
   <translation>文章的论断，旁边是这个市场多次运行的实测值；结论由两者算出，最后一列说明它依据哪类规则。</translation>
  </message>
  <message>
   <source>What this exchange's insurance fund holds now against the start.</source>
   <translation>这家交易所的保险基金现在的余额与开始时之比。</translation>
  </message>
  <message>
   <source>Where the next ones wait</source>
   <translation>潜在强平分布</translation>
  </message>
  <message>
   <source>Withdrawals chart</source>
   <translation>提款图</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>已提款</translation>
  </message>
  <message>
   <source>calculated by assumed rules from what this run measures now</source>
   <translation>按假设的规则，由本次运行此刻的实测值算出</translation>
  </message>
  <message>
   <source>claimed by the post; beside it measured in many runs, each with another seed</source>
   <translation>文章的声称；旁边是多次运行的实测值，每次用不同的种子</translation>
  </message>
  <message>
   <source>measured in many runs of this scenario, each with another seed</source>
   <translation>在这个情景的多次运行中测得，每次用不同的种子</translation>
  </message>
 </context>
 <context>
  <name>Menu</name>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Export</source>
   <translation>导出(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Lessons</source>
   <translation>课程(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Look</source>
   <translation>外观(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Show</source>
   <translation>显示(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Switches</source>
   <translation>开关(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Time</source>
   <translation>时间(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <source>Lan&amp;guage</source>
   <translation>语言(&amp;G)</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>菜单</translation>
  </message>
  <message>
   <source>Size of &amp;text</source>
   <translation>文字大小(&amp;T)</translation>
  </message>
  <message>
   <source>{name} ▾</source>
   <translation>{name} ▾</translation>
  </message>
 </context>
 <context>
  <name>Milestones</name>
  <message>
   <source>A market maker falls</source>
   <translation>一家做市商出局</translation>
  </message>
  <message>
   <source>First hop from {source} to {exchange}</source>
   <translation>首次从 {source} 跳到 {exchange}</translation>
  </message>
  <message>
   <source>First liquidation on {exchange}</source>
   <translation>{exchange} 首次强平</translation>
  </message>
  <message>
   <source>News</source>
   <translation>消息</translation>
  </message>
  <message>
   <source>Your order trades on {exchange}</source>
   <translation>你的订单在 {exchange} 成交</translation>
  </message>
  <message>
   <source>{exchange}: another billion withdrawn</source>
   <translation>{exchange}：又流出 10 亿美元</translation>
  </message>
  <message>
   <source>{exchange}: insurance fund short</source>
   <translation>{exchange}：保险基金不足</translation>
  </message>
 </context>
 <context>
  <name>NotesWindow</name>
  <message>
   <source>Next: {heading}</source>
   <translation>下一步：{heading}</translation>
  </message>
  <message>
   <source>Next: {heading}, at {clock}</source>
   <translation>下一步：{heading}，{clock}</translation>
  </message>
  <message>
   <source>No notes for this step.</source>
   <translation>这一步没有备注。</translation>
  </message>
  <message>
   <source>Teacher's notes</source>
   <translation>教师备注</translation>
  </message>
  <message>
   <source>This is the last step.</source>
   <translation>这是最后一步。</translation>
  </message>
  <message>
   <source>{number} of {all}: {heading}</source>
   <translation>{number} / {all}：{heading}</translation>
  </message>
 </context>
 <context>
  <name>OutcomeCard</name>
  <message>
   <source>THE ANSWER</source>
   <translation>答案</translation>
  </message>
  <message>
   <source>THE MARKET</source>
   <translation>市场</translation>
  </message>
  <message>
   <source>YOUR GUESS</source>
   <translation>你的猜测</translation>
  </message>
 </context>
 <context>
  <name>Parameters</name>
  <message>
   <source>$</source>
   <translation>美元</translation>
  </message>
  <message>
   <source>1/d</source>
   <translation>每天</translation>
  </message>
  <message>
   <source>1st</source>
   <translation>第 1 家</translation>
  </message>
  <message>
   <source>2nd</source>
   <translation>第 2 家</translation>
  </message>
  <message>
   <source>3rd</source>
   <translation>第 3 家</translation>
  </message>
  <message>
   <source>4th</source>
   <translation>第 4 家</translation>
  </message>
  <message>
   <source>5th</source>
   <translation>第 5 家</translation>
  </message>
  <message>
   <source>6th</source>
   <translation>第 6 家</translation>
  </message>
  <message>
   <source>7th</source>
   <translation>第 7 家</translation>
  </message>
  <message>
   <source>8th</source>
   <translation>第 8 家</translation>
  </message>
  <message>
   <source>95 % of it counts</source>
   <translation>按 95% 计入</translation>
  </message>
  <message>
   <source>A large account's BTC</source>
   <translation>大账户的 BTC</translation>
  </message>
  <message>
   <source>A position is closed in batches instead of at once.</source>
   <translation>仓位分批平掉，而不是一次平掉。</translation>
  </message>
  <message>
   <source>A position's value against the margin it is then given.</source>
   <translation>仓位价值与此时所给保证金之比。</translation>
  </message>
  <message>
   <source>A position's value at entry against its margin.</source>
   <translation>仓位开仓时的价值与其保证金之比。</translation>
  </message>
  <message>
   <source>A rumour</source>
   <translation>谣言</translation>
  </message>
  <message>
   <source>A source farther than this from the median counts at this distance.</source>
   <translation>离中位数超过此距离的来源，按此距离计。</translation>
  </message>
  <message>
   <source>Activates at</source>
   <translation>启动门槛</translation>
  </message>
  <message>
   <source>Against the highest index of the window.</source>
   <translation>与窗口内最高指数相比。</translation>
  </message>
  <message>
   <source>All exchanges pause together, or only the first one does.</source>
   <translation>所有交易所一起暂停交易，或只有第一家暂停。</translation>
  </message>
  <message>
   <source>All exchanges together at the start.</source>
   <translation>开始时所有交易所合计。</translation>
  </message>
  <message>
   <source>All exchanges together, a fifth of their profits of 2024 by the post.</source>
   <translation>所有交易所合计；据文章，为其 2024 年利润的五分之一。</translation>
  </message>
  <message>
   <source>All makers together.</source>
   <translation>所有做市商合计。</translation>
  </message>
  <message>
   <source>All positions of an account against its equity.</source>
   <translation>账户全部仓位与其权益之比。</translation>
  </message>
  <message>
   <source>Altcoin projects pay premiums; a pool keeps a least depth of bids in their books until it is empty.</source>
   <translation>山寨币项目缴纳保费；保险资金池在其订单簿中维持最低买单深度，直到资金用完。</translation>
  </message>
  <message>
   <source>An exchange that is being run stops paying out; what is left of confidence suffers.</source>
   <translation>遭挤兑的交易所停止提款；余下的信心也会受损。</translation>
  </message>
  <message>
   <source>Anticipation</source>
   <translation>抢跑</translation>
  </message>
  <message>
   <source>Arbitrage</source>
   <translation>套利</translation>
  </message>
  <message>
   <source>Arbitrage capital</source>
   <translation>套利资本</translation>
  </message>
  <message>
   <source>As for BTC; thinner by rank for the others.</source>
   <translation>同 BTC；其余按排名递减。</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>资产</translation>
  </message>
  <message>
   <source>At the start.</source>
   <translation>开始时。</translation>
  </message>
  <message>
   <source>Auto-deleveraging</source>
   <translation>自动减仓</translation>
  </message>
  <message>
   <source>BTC</source>
   <translation>BTC</translation>
  </message>
  <message>
   <source>BTC alone</source>
   <translation>只有 BTC</translation>
  </message>
  <message>
   <source>BTC, ETH, the DeFi token and the largest altcoins, in this order.</source>
   <translation>依次为 BTC、ETH、DeFi 代币和最大的山寨币。</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>每批</translation>
  </message>
  <message>
   <source>Begins at</source>
   <translation>触发点</translation>
  </message>
  <message>
   <source>Below confidence</source>
   <translation>信心低于</translation>
  </message>
  <message>
   <source>Bids within 2 %, in parts of the normal depth.</source>
   <translation>2% 以内的买单，占正常深度的比例。</translation>
  </message>
  <message>
   <source>Binance futures documentation</source>
   <translation>Binance 合约文档</translation>
  </message>
  <message>
   <source>Binance's stream of forced orders</source>
   <translation>Binance 的强平订单数据流</translation>
  </message>
  <message>
   <source>Binance, BitMEX; Hyperliquid</source>
   <translation>Binance、BitMEX；Hyperliquid</translation>
  </message>
  <message>
   <source>Both legs' fees; a smaller gap is left alone.</source>
   <translation>两边的手续费；价格差更小时不做套利。</translation>
  </message>
  <message>
   <source>Buys what is being liquidated at the mark price, or lends market makers capital.</source>
   <translation>按标记价接手被强平的仓位，或向做市商出借资本。</translation>
  </message>
  <message>
   <source>Bybit's collateral value ratios</source>
   <translation>Bybit 的抵押品折算率</translation>
  </message>
  <message>
   <source>CME's</source>
   <translation>芝商所的规则</translation>
  </message>
  <message>
   <source>Capital</source>
   <translation>资本</translation>
  </message>
  <message>
   <source>Changes of volatility</source>
   <translation>波动率的变化</translation>
  </message>
  <message>
   <source>China's of 2016</source>
   <translation>中国 2016 年的规则</translation>
  </message>
  <message>
   <source>Circuit breaker</source>
   <translation>熔断</translation>
  </message>
  <message>
   <source>Collateral of one more full-margin account, on the first exchange; none without.</source>
   <translation>第一家交易所上另加一个全仓保证金账户，这是它的抵押品；为零则不设。</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>信心</translation>
  </message>
  <message>
   <source>Cost of arbitrage</source>
   <translation>套利成本</translation>
  </message>
  <message>
   <source>Customers lose confidence and withdraw money.</source>
   <translation>客户失去信心并提走资金。</translation>
  </message>
  <message>
   <source>Customers' money</source>
   <translation>客户资金</translation>
  </message>
  <message>
   <source>DEFI</source>
   <translation>DEFI</translation>
  </message>
  <message>
   <source>Daily loss limit</source>
   <translation>单日亏损上限</translation>
  </message>
  <message>
   <source>Daily volume</source>
   <translation>日成交量</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>天数</translation>
  </message>
  <message>
   <source>Days in which half of the customers' lost trust returns.</source>
   <translation>客户失去的信任恢复一半所需天数。</translation>
  </message>
  <message>
   <source>Days in which the books close half of their gap to what trust allows.</source>
   <translation>订单簿与信任所容许的深度之间的差距缩小一半所需天数。</translation>
  </message>
  <message>
   <source>Days of premiums in the pool when the insurance begins.</source>
   <translation>保险开始时资金池中的保费天数。</translation>
  </message>
  <message>
   <source>Deep bids</source>
   <translation>深处的买单</translation>
  </message>
  <message>
   <source>Delay elsewhere</source>
   <translation>其他交易所延迟</translation>
  </message>
  <message>
   <source>Depth of BTC</source>
   <translation>BTC 深度</translation>
  </message>
  <message>
   <source>Depth of the DeFi token</source>
   <translation>DeFi 代币深度</translation>
  </message>
  <message>
   <source>Depth of the largest altcoin</source>
   <translation>最大山寨币深度</translation>
  </message>
  <message>
   <source>Discount without depth</source>
   <translation>无深度时的折价</translation>
  </message>
  <message>
   <source>Discount without trust</source>
   <translation>无信任时的折价</translation>
  </message>
  <message>
   <source>Distance of a firm's quotes at its limit, against normal.</source>
   <translation>公司到达限额时其报价的距离，与平时之比。</translation>
  </message>
  <message>
   <source>Distance of their quotes, against normal.</source>
   <translation>其报价的距离，与平时之比。</translation>
  </message>
  <message>
   <source>ETH</source>
   <translation>ETH</translation>
  </message>
  <message>
   <source>Equity below this part of its positions: a maker is liquidated.</source>
   <translation>权益低于仓位的这一比例时，做市商被强平。</translation>
  </message>
  <message>
   <source>Equity in BTC</source>
   <translation>BTC 权益</translation>
  </message>
  <message>
   <source>Every liquidation, or, as public feeds report, at most one of a symbol in a second.</source>
   <translation>每一笔强平；或像公开数据那样，每个品种每秒至多一笔。</translation>
  </message>
  <message>
   <source>Every position stands on its own margin, paid in cash; BTC is never sold for it.</source>
   <translation>每个仓位只靠自己的现金保证金（逐仓）；不会为它卖出 BTC。</translation>
  </message>
  <message>
   <source>Exchange whose traders hear the news first.</source>
   <translation>最先得知消息的交易所。</translation>
  </message>
  <message>
   <source>Exchanges</source>
   <translation>交易所</translation>
  </message>
  <message>
   <source>Exponent: 0.5 means that a quarter of the depth is half the volume.</source>
   <translation>指数：0.5 表示四分之一的深度对应一半的成交量。</translation>
  </message>
  <message>
   <source>Exponent: 1 means that half the trust is half the volume.</source>
   <translation>指数：1 表示一半的信任对应一半的成交量。</translation>
  </message>
  <message>
   <source>Fall</source>
   <translation>跌幅</translation>
  </message>
  <message>
   <source>Fall of BTC's fundamental value; others fall by their beta.</source>
   <translation>BTC 基本面价值的跌幅；其余按各自的贝塔下跌。</translation>
  </message>
  <message>
   <source>Fees of a trade</source>
   <translation>成交手续费</translation>
  </message>
  <message>
   <source>Firms</source>
   <translation>公司数</translation>
  </message>
  <message>
   <source>Firms behind a small coin</source>
   <translation>为一种小市值币报价的公司数</translation>
  </message>
  <message>
   <source>First on</source>
   <translation>最先得知</translation>
  </message>
  <message>
   <source>Full margin</source>
   <translation>全仓保证金</translation>
  </message>
  <message>
   <source>Full-margin ban</source>
   <translation>禁止全仓保证金</translation>
  </message>
  <message>
   <source>Further fall that calls for the next batch; recovery re-arms it.</source>
   <translation>再跌这么多才平下一批；价格回升则重新计算。</translation>
  </message>
  <message>
   <source>Gap that patient traders leave between their bid and ask at calm volatility, in normal spreads; wider in a wild market.</source>
   <translation>波动平静时，耐心的交易者在买价与卖价之间留出的间隔，以正常点差计；市场剧烈波动时更宽。</translation>
  </message>
  <message>
   <source>Gradual liquidation</source>
   <translation>分批强平</translation>
  </message>
  <message>
   <source>Guaranteed depth</source>
   <translation>保证深度</translation>
  </message>
  <message>
   <source>Haircut on BTC</source>
   <translation>BTC 抵押折扣</translation>
  </message>
  <message>
   <source>Half of the accounts have more.</source>
   <translation>半数账户高于此值。</translation>
  </message>
  <message>
   <source>Hears of</source>
   <translation>得知强平额</translation>
  </message>
  <message>
   <source>Held in full margin</source>
   <translation>以全仓保证金持有</translation>
  </message>
  <message>
   <source>Holders' orders to sell at any price after a fall, one tenth to nine tenths deep, in normal depths of a side.</source>
   <translation>持有者在价格下跌一成至九成后不限价卖出的订单，以单边正常深度计。</translation>
  </message>
  <message>
   <source>How far the aftermath is followed.</source>
   <translation>后续影响追踪多久。</translation>
  </message>
  <message>
   <source>How many firms quote the smallest altcoins; all of them quote the largest.</source>
   <translation>为最小的山寨币报价的做市商家数；最大的山寨币由全部做市商报价。</translation>
  </message>
  <message>
   <source>How much of BTC counts as collateral: all of it (the flaw), 95 %, or less the more there is.</source>
   <translation>BTC 有多少算作抵押品：全部（缺陷）、95%，或持有越多折扣越大。</translation>
  </message>
  <message>
   <source>In</source>
   <translation>持有币种</translation>
  </message>
  <message>
   <source>In parts of the guaranteed depth.</source>
   <translation>占保证深度的比例。</translation>
  </message>
  <message>
   <source>Index clamp</source>
   <translation>指数限幅</translation>
  </message>
  <message>
   <source>Insurance fund</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>Insurance funds</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>Inventory</source>
   <translation>库存</translation>
  </message>
  <message>
   <source>Inventory skew</source>
   <translation>库存偏移</translation>
  </message>
  <message>
   <source>It buys nothing below this part of the first price.</source>
   <translation>低于首个价格的这一比例时，它不再买入。</translation>
  </message>
  <message>
   <source>Its position</source>
   <translation>它的仓位</translation>
  </message>
  <message>
   <source>Largest position of arbitrageurs on one exchange, all assets.</source>
   <translation>套利者在一家交易所的最大仓位，所有资产合计。</translation>
  </message>
  <message>
   <source>Least size</source>
   <translation>最小数量</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>时长</translation>
  </message>
  <message>
   <source>Leverage cap</source>
   <translation>杠杆上限</translation>
  </message>
  <message>
   <source>Leverage under the ban</source>
   <translation>禁令下的杠杆</translation>
  </message>
  <message>
   <source>Leveraged shorts</source>
   <translation>带杠杆的空头</translation>
  </message>
  <message>
   <source>Liquidation fee</source>
   <translation>强平费</translation>
  </message>
  <message>
   <source>Liquidations that the fund has heard of.</source>
   <translation>基金得知的强平额。</translation>
  </message>
  <message>
   <source>Liquidity insurance</source>
   <translation>流动性保险</translation>
  </message>
  <message>
   <source>Look-back, in whole ten seconds.</source>
   <translation>回看时长，以十秒为单位。</translation>
  </message>
  <message>
   <source>Loss of an insurance fund, in parts of its peak.</source>
   <translation>保险基金的损失，占其峰值的比例。</translation>
  </message>
  <message>
   <source>Loss of the day, in parts of a firm's capital, at which it has left.</source>
   <translation>当日亏损占公司资本的比例，达到即完全离场。</translation>
  </message>
  <message>
   <source>Makers that can pay must go on quoting, whatever they lose by it.</source>
   <translation>有偿付能力的做市商必须继续报价，无论因此亏损多少。</translation>
  </message>
  <message>
   <source>Makers' maintenance margin</source>
   <translation>做市商维持保证金</translation>
  </message>
  <message>
   <source>Makers' obligation</source>
   <translation>做市义务</translation>
  </message>
  <message>
   <source>Makers' positions at the start, all long, mostly altcoins.</source>
   <translation>开始时做市商的仓位，全为多头，多为山寨币。</translation>
  </message>
  <message>
   <source>Margin accounts</source>
   <translation>保证金账户</translation>
  </message>
  <message>
   <source>Mark price</source>
   <translation>标记价</translation>
  </message>
  <message>
   <source>Market</source>
   <translation>市场</translation>
  </message>
  <message>
   <source>Market makers</source>
   <translation>做市商</translation>
  </message>
  <message>
   <source>Market makers, each with one capital over all books.</source>
   <translation>做市商，每家以一份资本支撑所有订单簿。</translation>
  </message>
  <message>
   <source>Market selling while the news sinks in, in normal depths a minute at −10 %.</source>
   <translation>消息消化期间的市价抛售：跌 10% 的消息对应每分钟多少倍正常深度。</translation>
  </message>
  <message>
   <source>Market time of the whole run.</source>
   <translation>整个运行的市场时间。</translation>
  </message>
  <message>
   <source>Mean number of noise orders a book and second.</source>
   <translation>每个订单簿每秒随机订单的平均数。</translation>
  </message>
  <message>
   <source>Median leverage</source>
   <translation>杠杆中位数</translation>
  </message>
  <message>
   <source>Median leverage in full margin</source>
   <translation>全仓保证金杠杆中位数</translation>
  </message>
  <message>
   <source>Median of index, index plus mean basis and last price; or the last price alone (the flaw).</source>
   <translation>指数、指数加平均基差、最新价三者的中位数；或仅用最新价（缺陷）。</translation>
  </message>
  <message>
   <source>Most leverage</source>
   <translation>最高杠杆</translation>
  </message>
  <message>
   <source>Multiplies every asset's calm volatility.</source>
   <translation>乘在每种资产平静时的波动率上。</translation>
  </message>
  <message>
   <source>NYSE rule 7.12; US plan on limit up, limit down; CME rule 589; CSRC, January 2016</source>
   <translation>NYSE 规则 7.12；美国涨跌停（LULD）计划；CME 规则 589；中国证监会，2016 年 1 月</translation>
  </message>
  <message>
   <source>News travels from the first exchange to the next, and on: later by this much on each.</source>
   <translation>消息从第一家交易所传到下一家，依次类推：每家晚这么久。</translation>
  </message>
  <message>
   <source>Next batch after</source>
   <translation>下一批间隔</translation>
  </message>
  <message>
   <source>Noise orders</source>
   <translation>随机订单</translation>
  </message>
  <message>
   <source>Noise traders</source>
   <translation>随机交易者</translation>
  </message>
  <message>
   <source>Noise traders' volume a day as a multiple of normal depth.</source>
   <translation>随机交易者的日成交量，为正常深度的倍数。</translation>
  </message>
  <message>
   <source>OKX 2 %, Binance 1–5 %</source>
   <translation>OKX 2%，Binance 1%–5%</translation>
  </message>
  <message>
   <source>OKX: 30 % within 8 hours</source>
   <translation>OKX：8 小时内 30%</translation>
  </message>
  <message>
   <source>Open interest</source>
   <translation>未平仓合约</translation>
  </message>
  <message>
   <source>Or when withdrawn</source>
   <translation>或提款比例达到</translation>
  </message>
  <message>
   <source>Over</source>
   <translation>持续时间</translation>
  </message>
  <message>
   <source>Paid before</source>
   <translation>已预缴保费</translation>
  </message>
  <message>
   <source>Paid by a liquidated account to the insurance fund, as far as its margin reaches.</source>
   <translation>由被强平账户付给保险基金，以其剩余保证金为限。</translation>
  </message>
  <message>
   <source>Panic selling</source>
   <translation>恐慌性抛售</translation>
  </message>
  <message>
   <source>Pareto exponent of noise orders' size; smaller is heavier.</source>
   <translation>随机订单大小的帕累托指数；越小，尾部越厚。</translation>
  </message>
  <message>
   <source>Pareto exponent; smaller means a few very large accounts.</source>
   <translation>帕累托指数；越小表示少数账户极大。</translation>
  </message>
  <message>
   <source>Part of a full-margin account's equity that is BTC.</source>
   <translation>全仓保证金账户权益中 BTC 的比例。</translation>
  </message>
  <message>
   <source>Part of a small coin's value that is gone while its books are empty.</source>
   <translation>订单簿空着时，小市值币价值损失的比例。</translation>
  </message>
  <message>
   <source>Part of a small coin's value that is gone while nobody trusts the exchanges.</source>
   <translation>无人信任交易所时，小市值币价值损失的比例。</translation>
  </message>
  <message>
   <source>Part of confidence lost on the first exchange at the start of the shock.</source>
   <translation>冲击开始时第一家交易所失去的信心。</translation>
  </message>
  <message>
   <source>Part of customers' money that has left the exchange.</source>
   <translation>已离开该交易所的客户资金比例。</translation>
  </message>
  <message>
   <source>Part of customers' money withdrawn a day when confidence is gone.</source>
   <translation>信心全失时，每天提走的客户资金比例；2 表示每天 200%。</translation>
  </message>
  <message>
   <source>Part of fresh news about value that makers put into their quotes in a second.</source>
   <translation>关于价值的新消息，每秒有多大比例被做市商计入报价。</translation>
  </message>
  <message>
   <source>Part of its gap to value that a price closes in a day.</source>
   <translation>价格与价值的差距每天缩小的比例。</translation>
  </message>
  <message>
   <source>Part of its orders that a firm at its limit no longer sends.</source>
   <translation>公司到达限额时不再挂出的订单比例。</translation>
  </message>
  <message>
   <source>Part of leveraged open interest in accounts whose positions and BTC answer for each other.</source>
   <translation>带杠杆未平仓合约中，仓位与 BTC 互相担保的账户所占比例。</translation>
  </message>
  <message>
   <source>Part of normal depth bought in a second at 2 % below value.</source>
   <translation>价格低于价值 2% 时，每秒买入的正常深度比例。</translation>
  </message>
  <message>
   <source>Part of the gap to fundamental value that makers close in a second.</source>
   <translation>做市商的报价与基本面价值的差距每秒缩小的比例。</translation>
  </message>
  <message>
   <source>Part of the gap to the index that makers close in a second.</source>
   <translation>做市商的报价与指数的差距每秒缩小的比例。</translation>
  </message>
  <message>
   <source>Part of the listed altcoins, the smallest by market value, that count as small caps.</source>
   <translation>所列山寨币中，按市值从小到大算作小市值币的比例。</translation>
  </message>
  <message>
   <source>Part of the normal book that makers quote; the rest is value buyers'.</source>
   <translation>正常订单簿中由做市商报价的比例；其余为价值买家的挂单。</translation>
  </message>
  <message>
   <source>Part of the original position that is closed each time.</source>
   <translation>每次平掉原仓位的比例。</translation>
  </message>
  <message>
   <source>Part of the short side held with leverage; the rest are hedgers.</source>
   <translation>空头中带杠杆的比例；其余为对冲者。</translation>
  </message>
  <message>
   <source>Part of the withdrawn money that customers first raise by selling.</source>
   <translation>提款中客户先要卖出资产才能筹得的比例。</translation>
  </message>
  <message>
   <source>Part of their missing bids that value buyers renew in a second.</source>
   <translation>价值买家每秒补回缺失买单的比例。</translation>
  </message>
  <message>
   <source>Part of their normal orders that stays.</source>
   <translation>其正常订单中保留的部分。</translation>
  </message>
  <message>
   <source>Patient orders</source>
   <translation>耐心订单</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停时长</translation>
  </message>
  <message>
   <source>Premium</source>
   <translation>保费</translation>
  </message>
  <message>
   <source>Price floor</source>
   <translation>价格下限</translation>
  </message>
  <message>
   <source>Price of BTC</source>
   <translation>BTC 价格</translation>
  </message>
  <message>
   <source>Pull to the index</source>
   <translation>向指数靠拢</translation>
  </message>
  <message>
   <source>Pull to value</source>
   <translation>向价值靠拢</translation>
  </message>
  <message>
   <source>Quiet and busy quarters of an hour: standard deviation of volatility's logarithm.</source>
   <translation>平静与繁忙的一刻钟相互交替：波动率对数的标准差。</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>排序规则</translation>
  </message>
  <message>
   <source>Recovery of confidence</source>
   <translation>信心恢复</translation>
  </message>
  <message>
   <source>Replenishing</source>
   <translation>补单速度</translation>
  </message>
  <message>
   <source>Rescue fund</source>
   <translation>救助基金</translation>
  </message>
  <message>
   <source>Resting orders of one side within 2 % of the price, all exchanges.</source>
   <translation>价格 2% 以内单边的挂单，所有交易所合计。</translation>
  </message>
  <message>
   <source>Resting orders of one side within 2 %, all exchanges.</source>
   <translation>2% 以内单边的挂单，所有交易所合计。</translation>
  </message>
  <message>
   <source>Return of depth</source>
   <translation>深度恢复</translation>
  </message>
  <message>
   <source>Return of liquidity</source>
   <translation>流动性恢复</translation>
  </message>
  <message>
   <source>Return of trust</source>
   <translation>信任恢复</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <source>Run on the exchanges</source>
   <translation>交易所挤兑</translation>
  </message>
  <message>
   <source>SOL</source>
   <translation>SOL</translation>
  </message>
  <message>
   <source>Second in which the news begins.</source>
   <translation>消息开始的时刻（秒）。</translation>
  </message>
  <message>
   <source>Share of depth</source>
   <translation>深度份额</translation>
  </message>
  <message>
   <source>Shift of a maker's quotes, in parts of the price, for one normal book side of inventory.</source>
   <translation>库存等于正常订单簿单边深度时，做市商报价的偏移，占价格的比例。</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>规模</translation>
  </message>
  <message>
   <source>Size cut in full stress</source>
   <translation>压力最大时的减量</translation>
  </message>
  <message>
   <source>Size of the orders with which arbitrageurs step into a gap between bids and asks, in normal depths.</source>
   <translation>套利者填补买卖空档的订单大小，以正常深度计。</translation>
  </message>
  <message>
   <source>Slice of a maker's liquidation</source>
   <translation>做市商强平的每秒份额</translation>
  </message>
  <message>
   <source>Small coins</source>
   <translation>小市值币</translation>
  </message>
  <message>
   <source>Sold in a second, in parts of the book's normal depth.</source>
   <translation>每秒卖出量，占该订单簿正常深度的比例。</translation>
  </message>
  <message>
   <source>Sold to withdraw</source>
   <translation>为提款而卖出</translation>
  </message>
  <message>
   <source>Speed of news</source>
   <translation>消息传播速度</translation>
  </message>
  <message>
   <source>Spread in full stress</source>
   <translation>压力最大时的点差</translation>
  </message>
  <message>
   <source>Spread of leverage</source>
   <translation>杠杆的离散程度</translation>
  </message>
  <message>
   <source>Standard deviation of its logarithm.</source>
   <translation>其对数的标准差。</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>开始时刻</translation>
  </message>
  <message>
   <source>Stop orders</source>
   <translation>止损单</translation>
  </message>
  <message>
   <source>Support of altcoins</source>
   <translation>对山寨币的支撑</translation>
  </message>
  <message>
   <source>Tail of account sizes</source>
   <translation>账户规模的尾部</translation>
  </message>
  <message>
   <source>Tail of order sizes</source>
   <translation>订单大小的尾部</translation>
  </message>
  <message>
   <source>Taker's and maker's fee together.</source>
   <translation>吃单与挂单手续费合计。</translation>
  </message>
  <message>
   <source>The asset it holds; the last one listed if there are fewer.</source>
   <translation>它持有的币种；资产不够多时取最后一种。</translation>
  </message>
  <message>
   <source>The exchanges' common money takes over forced sales, or backs market makers, once enough has been liquidated.</source>
   <translation>强平累计到一定金额后，用各交易所的共同资金接手强制卖单，或支持做市商。</translation>
  </message>
  <message>
   <source>The news is about</source>
   <translation>消息涉及</translation>
  </message>
  <message>
   <source>The post's, with the fall, window and pause below; the US stock market's; limit up, limit down; CME's; China's of 2016.</source>
   <translation>文章的规则（跌幅、窗口和暂停时长见下）；美国股市；涨跌停（LULD）；芝商所；中国 2016 年。</translation>
  </message>
  <message>
   <source>The shock</source>
   <translation>冲击</translation>
  </message>
  <message>
   <source>Time in which half of the lost confidence returns.</source>
   <translation>失去的信心恢复一半所需时间。</translation>
  </message>
  <message>
   <source>Time in which half of the makers' withdrawal has worn off.</source>
   <translation>做市商撤单影响消退一半所需时间。</translation>
  </message>
  <message>
   <source>Time in which the news sinks in.</source>
   <translation>消息消化的时间。</translation>
  </message>
  <message>
   <source>Traders above it bring the missing margin at the next full minute; their positions stay. Full margin has its own rules.</source>
   <translation>超过上限的交易者在下一整分钟补足保证金，仓位保留。全仓保证金另有规则。</translation>
  </message>
  <message>
   <source>Traders who see a halt coming hurry to sell (the magnet effect): their selling just before it.</source>
   <translation>看到即将暂停交易的人抢先卖出（磁吸效应）：触发前一刻的卖出量。</translation>
  </message>
  <message>
   <source>Traders with one leveraged position each.</source>
   <translation>每名交易者各持一个带杠杆的仓位。</translation>
  </message>
  <message>
   <source>Trading in an asset that falls too fast is paused, then re-opened by auction.</source>
   <translation>跌得太快的币种暂停交易，再经竞价恢复交易。</translation>
  </message>
  <message>
   <source>US stock market's</source>
   <translation>美国股市的规则</translation>
  </message>
  <message>
   <source>Until the re-opening auction.</source>
   <translation>直到恢复交易的竞价。</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Value buyers</source>
   <translation>价值买家</translation>
  </message>
  <message>
   <source>Value buyers' cash</source>
   <translation>价值买家的现金</translation>
  </message>
  <message>
   <source>Value buyers' readiness to buy altcoins, against BTC and ETH.</source>
   <translation>价值买家买入山寨币的意愿，与 BTC 和 ETH 相比。</translation>
  </message>
  <message>
   <source>Value buyers' resting bids 2 to 45 % below value, in normal depths.</source>
   <translation>价值买家在价值以下 2% 至 45% 处的挂单，以正常深度计。</translation>
  </message>
  <message>
   <source>Value flow</source>
   <translation>价值买盘强度</translation>
  </message>
  <message>
   <source>Value of all open positions of one side, all exchanges, in a market of all 102 assets; fewer have their part.</source>
   <translation>单边全部未平仓位的价值，所有交易所合计，以 102 种资产的市场计；资产较少时按比例。</translation>
  </message>
  <message>
   <source>Value of what it holds, bought with nothing but the BTC behind it.</source>
   <translation>所持仓位的价值，仅以其 BTC 作抵押买入。</translation>
  </message>
  <message>
   <source>Volatility</source>
   <translation>波动率</translation>
  </message>
  <message>
   <source>Volume by depth</source>
   <translation>成交量对深度的弹性</translation>
  </message>
  <message>
   <source>Volume by trust</source>
   <translation>成交量对信任的弹性</translation>
  </message>
  <message>
   <source>What the news is about: everything, altcoins alone (neither BTC nor ETH), or BTC alone.</source>
   <translation>消息涉及：全部币种、仅山寨币（不含 BTC 和 ETH），或仅 BTC。</translation>
  </message>
  <message>
   <source>What they can spend in the whole run.</source>
   <translation>整个运行中可动用的资金。</translation>
  </message>
  <message>
   <source>Who is closed first: profit times leverage, or Hyperliquid's price ratio times leverage.</source>
   <translation>谁先被减仓：按盈利乘杠杆排序，或按 Hyperliquid 的价格比乘杠杆排序。</translation>
  </message>
  <message>
   <source>Widest spread</source>
   <translation>最大点差</translation>
  </message>
  <message>
   <source>Width they ask for</source>
   <translation>要求的间隔</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>时间窗口</translation>
  </message>
  <message>
   <source>Winners are closed when an insurance fund runs low; debts are shared out among gains.</source>
   <translation>保险基金不足时平掉盈利者；余下的债务由盈利分摊。</translation>
  </message>
  <message>
   <source>Withdrawal freeze</source>
   <translation>冻结提款</translation>
  </message>
  <message>
   <source>Withdrawal rate</source>
   <translation>提款速度</translation>
  </message>
  <message>
   <source>Withdrawals stop when confidence is lower than this.</source>
   <translation>信心低于此值时停止提款。</translation>
  </message>
  <message>
   <source>all</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>all of it counts</source>
   <translation>全额计入</translation>
  </message>
  <message>
   <source>all pause</source>
   <translation>全部暂停</translation>
  </message>
  <message>
   <source>altcoins</source>
   <translation>山寨币</translation>
  </message>
  <message>
   <source>altcoins alone</source>
   <translation>只有山寨币</translation>
  </message>
  <message>
   <source>backs makers</source>
   <translation>支持做市商</translation>
  </message>
  <message>
   <source>binance</source>
   <translation>Binance 规则</translation>
  </message>
  <message>
   <source>bitcoin</source>
   <translation>比特币</translation>
  </message>
  <message>
   <source>bp</source>
   <translation>基点</translation>
  </message>
  <message>
   <source>china</source>
   <translation>中国</translation>
  </message>
  <message>
   <source>cme</source>
   <translation>芝商所</translation>
  </message>
  <message>
   <source>d</source>
   <translation>天</translation>
  </message>
  <message>
   <source>day</source>
   <translation>天</translation>
  </message>
  <message>
   <source>days</source>
   <translation>天</translation>
  </message>
  <message>
   <source>every liquidation</source>
   <translation>每一笔强平</translation>
  </message>
  <message>
   <source>everything</source>
   <translation>一切资产</translation>
  </message>
  <message>
   <source>exchanges' fee schedules</source>
   <translation>各交易所的费率表</translation>
  </message>
  <message>
   <source>exchanges' fee schedules: taker 5 bp, maker 2 bp</source>
   <translation>各交易所的费率表：吃单 5 基点，挂单 2 基点</translation>
  </message>
  <message>
   <source>exchanges' rules on auto-deleveraging</source>
   <translation>各交易所的自动减仓规则</translation>
  </message>
  <message>
   <source>first only</source>
   <translation>仅第一家</translation>
  </message>
  <message>
   <source>flat</source>
   <translation>统一按 95%</translation>
  </message>
  <message>
   <source>hyperliquid</source>
   <translation>Hyperliquid 规则</translation>
  </message>
  <message>
   <source>last</source>
   <translation>最新价</translation>
  </message>
  <message>
   <source>last price alone</source>
   <translation>只用最新价</translation>
  </message>
  <message>
   <source>less, the more there is</source>
   <translation>数量越多，计入越少</translation>
  </message>
  <message>
   <source>limit up, limit down</source>
   <translation>涨跌停限制</translation>
  </message>
  <message>
   <source>luld</source>
   <translation>涨跌停</translation>
  </message>
  <message>
   <source>median</source>
   <translation>中位数</translation>
  </message>
  <message>
   <source>median of three prices</source>
   <translation>三个价格的中位数</translation>
  </message>
  <message>
   <source>news post “$40 Billion Liquidation Shock”</source>
   <translation>新闻文章《400 亿美元强平冲击》</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>of capital</source>
   <translation>倍资本</translation>
  </message>
  <message>
   <source>of depth</source>
   <translation>倍深度</translation>
  </message>
  <message>
   <source>of price</source>
   <translation>倍价格</translation>
  </message>
  <message>
   <source>one a second</source>
   <translation>每秒一笔</translation>
  </message>
  <message>
   <source>one a symbol and second</source>
   <translation>每个币种每秒一笔</translation>
  </message>
  <message>
   <source>per day</source>
   <translation>倍/天</translation>
  </message>
  <message>
   <source>per second</source>
   <translation>倍/秒</translation>
  </message>
  <message>
   <source>post</source>
   <translation>文章</translation>
  </message>
  <message>
   <source>price ratio × leverage</source>
   <translation>价格比 × 杠杆</translation>
  </message>
  <message>
   <source>profit × leverage</source>
   <translation>利润 × 杠杆</translation>
  </message>
  <message>
   <source>s</source>
   <translation>秒</translation>
  </message>
  <message>
   <source>takes over</source>
   <translation>接手仓位</translation>
  </message>
  <message>
   <source>the post's</source>
   <translation>文章的规则</translation>
  </message>
  <message>
   <source>tiers</source>
   <translation>分档</translation>
  </message>
  <message>
   <source>us</source>
   <translation>美国</translation>
  </message>
  <message>
   <source>×</source>
   <translation>倍</translation>
  </message>
  <message>
   <source>× depth</source>
   <translation>倍深度</translation>
  </message>
  <message>
   <source>× depth/min</source>
   <translation>倍深度/分钟</translation>
  </message>
  <message>
   <source>× spread</source>
   <translation>倍点差</translation>
  </message>
 </context>
 <context>
  <name>Phases</name>
  <message>
   <source>Accounts below maintenance margin are called</source>
   <translation>低于维持保证金的账户触发强平</translation>
  </message>
  <message>
   <source>Arbitrage closes gaps between exchanges</source>
   <translation>套利缩小交易所之间的价格差</translation>
  </message>
  <message>
   <source>Called positions are sold</source>
   <translation>触发强平的仓位被卖出</translation>
  </message>
  <message>
   <source>Circuit breakers pause and re-open</source>
   <translation>熔断：暂停与恢复交易</translation>
  </message>
  <message>
   <source>Customers keep or lose confidence</source>
   <translation>客户保持或失去信心</translation>
  </message>
  <message>
   <source>Index and mark prices follow</source>
   <translation>指数和标记价跟随</translation>
  </message>
  <message>
   <source>Insurance funds step in</source>
   <translation>保险基金介入</translation>
  </message>
  <message>
   <source>Market makers refresh their quotes</source>
   <translation>做市商更新报价</translation>
  </message>
  <message>
   <source>Patient traders step into gaps</source>
   <translation>耐心的交易者填补空档</translation>
  </message>
  <message>
   <source>The second is written down</source>
   <translation>记录这一秒的数据</translation>
  </message>
  <message>
   <source>Traders buy and sell</source>
   <translation>交易者买卖</translation>
  </message>
  <message>
   <source>Values move: news and noise</source>
   <translation>价值变动：消息与随机波动</translation>
  </message>
 </context>
 <context>
  <name>PricesChart</name>
  <message>
   <source>Prices over time</source>
   <translation>价格随时间的变化</translation>
  </message>
  <message>
   <source>change of the index since the start</source>
   <translation>指数较开始时的涨跌</translation>
  </message>
 </context>
 <context>
  <name>Problems</name>
  <message>
   <source>1 to {most} exchanges whose shares add up to 1</source>
   <translation>1 到 {most} 家交易所，份额之和为 1</translation>
  </message>
  <message>
   <source>TOML ({reason})</source>
   <translation>合乎 TOML 语法的内容（{reason}）</translation>
  </message>
  <message>
   <source>a ### question, because lesson.toml asks for a guess</source>
   <translation>一个 ### question，因为 lesson.toml 要求猜测</translation>
  </message>
  <message>
   <source>a [step.guess] in lesson.toml for this question</source>
   <translation>lesson.toml 里与这个问题对应的 [step.guess]</translation>
  </message>
  <message>
   <source>a best bid below the best ask, not {bid} above {ask}</source>
   <translation>最优买价低于最优卖价，而不是 {bid} 高于 {ask}</translation>
  </message>
  <message>
   <source>a code that begins with CL1. and is complete</source>
   <translation>以 CL1. 开头的完整代码</translation>
  </message>
  <message>
   <source>a depth snapshot, not an empty file</source>
   <translation>一份订单簿深度快照，而不是空文件</translation>
  </message>
  <message>
   <source>a file of at most {size} MB</source>
   <translation>不超过 {size} MB 的文件</translation>
  </message>
  <message>
   <source>a file saved by Cascade Lab</source>
   <translation>由 Cascade Lab 保存的文件</translation>
  </message>
  <message>
   <source>a file that can be read</source>
   <translation>可以读取的文件</translation>
  </message>
  <message>
   <source>a file that can be read ({reason})</source>
   <translation>可以读取的文件（{reason}）</translation>
  </message>
  <message>
   <source>a folder that can be made ({reason})</source>
   <translation>一个能建立的文件夹（{reason}）</translation>
  </message>
  <message>
   <source>a heading ## {name} with text below</source>
   <translation>标题 ## {name}，下面有正文</translation>
  </message>
  <message>
   <source>a heading ## {name}: …</source>
   <translation>标题 ## {name}: …</translation>
  </message>
  <message>
   <source>a heading after the colon: ## {name}: …</source>
   <translation>冒号后的标题：## {name}: …</translation>
  </message>
  <message>
   <source>a key of the groups {names}</source>
   <translation>以下各组中的一个键：{names}</translation>
  </message>
  <message>
   <source>a list</source>
   <translation>一个列表</translation>
  </message>
  <message>
   <source>a list of [price, quantity] pairs</source>
   <translation>由 [价格, 数量] 组成的列表</translation>
  </message>
  <message>
   <source>a list of at least one road</source>
   <translation>至少含一个分支的列表</translation>
  </message>
  <message>
   <source>a list of names</source>
   <translation>一列名称</translation>
  </message>
  <message>
   <source>a list of second, key and value</source>
   <translation>由秒、键和值组成的列表</translation>
  </message>
  <message>
   <source>a market made from one of {names}</source>
   <translation>由以下情景之一生成的市场：{names}</translation>
  </message>
  <message>
   <source>a measure for these bounds</source>
   <translation>与这些界限对应的量（measure）</translation>
  </message>
  <message>
   <source>a measure or a trial whose number is asked for</source>
   <translation>要猜数值的量（measure）或试验（trial）</translation>
  </message>
  <message>
   <source>a measure that has a value at the step that answers it; {measure} has none</source>
   <translation>在揭晓的那一步有数值的量；{measure} 没有</translation>
  </message>
  <message>
   <source>a measure whose direction is asked for</source>
   <translation>要猜方向的量（measure）</translation>
  </message>
  <message>
   <source>a message in JSON, after a time or alone</source>
   <translation>一条 JSON 消息，前面可以有时间</translation>
  </message>
  <message>
   <source>a moment from 0 to {length}, not after the end of the run</source>
   <translation>从 0 到 {length} 的时刻，不能在运行结束之后</translation>
  </message>
  <message>
   <source>a moment not before that of step {other} on the same road, so that playing on reaches it</source>
   <translation>不早于同一分支上第 {other} 步的时刻，这样继续播放才能到达</translation>
  </message>
  <message>
   <source>a moment that happens on road {road}; {at} does not</source>
   <translation>分支 {road} 上会发生的时刻；{at} 没有发生</translation>
  </message>
  <message>
   <source>a name in quotes</source>
   <translation>加引号的名称</translation>
  </message>
  <message>
   <source>a name in quotes, the same as the heading of the text</source>
   <translation>引号中的名称，与课文的标题相同</translation>
  </message>
  <message>
   <source>a name, and at most 200 seeds such as 1-20</source>
   <translation>一个名称，以及最多 200 个种子，例如 1-20</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>一个数</translation>
  </message>
  <message>
   <source>a number above 0 and up to {high}</source>
   <translation>大于 0 且不超过 {high} 的数</translation>
  </message>
  <message>
   <source>a number from {low} to {high}</source>
   <translation>从 {low} 到 {high} 的数</translation>
  </message>
  <message>
   <source>a number that has a value, which {name} has not</source>
   <translation>有确定值的数，而 {name} 没有</translation>
  </message>
  <message>
   <source>a parameter and its value, such as breaker.on = true</source>
   <translation>一个参数及其值，例如 breaker.on = true</translation>
  </message>
  <message>
   <source>a parameter that may change during a run; others belong to [set]</source>
   <translation>运行中可以改变的参数；其余的写在 [set] 里</translation>
  </message>
  <message>
   <source>a place that can be written ({reason})</source>
   <translation>一个能写入的位置（{reason}）</translation>
  </message>
  <message>
   <source>a price above 0, not {given}</source>
   <translation>大于 0 的价格，而不是 {given}</translation>
  </message>
  <message>
   <source>a quantity from 0, not {given}</source>
   <translation>不小于 0 的数量，而不是 {given}</translation>
  </message>
  <message>
   <source>a scenario file or one of {names}</source>
   <translation>一个情景文件，或以下之一：{names}</translation>
  </message>
  <message>
   <source>a second or end: on a pupil's own road other moments are not known before</source>
   <translation>秒数或 end：在学生自己的分支上，其他时刻事先并不知道</translation>
  </message>
  <message>
   <source>a second or one of {names}, perhaps with +30 or -30 behind it</source>
   <translation>秒数，或以下之一：{names}，后面可以加 +30 或 -30</translation>
  </message>
  <message>
   <source>a share above 0 and up to 1, and a rule of {names}</source>
   <translation>大于 0 且不超过 1 的份额，以及 {names} 之一的规则</translation>
  </message>
  <message>
   <source>a snapshot of the book among the recorded messages</source>
   <translation>录制的消息中含有一份订单簿快照</translation>
  </message>
  <message>
   <source>a step behind it, whose moment answers the guess</source>
   <translation>后面还有一步，由它的时刻揭晓猜测</translation>
  </message>
  <message>
   <source>a table</source>
   <translation>一个表</translation>
  </message>
  <message>
   <source>a table [trial.change] with what is changed</source>
   <translation>一个表 [trial.change]，写明改了什么</translation>
  </message>
  <message>
   <source>a table [{name}]</source>
   <translation>表 [{name}]</translation>
  </message>
  <message>
   <source>a title: # …</source>
   <translation>一个标题：# …</translation>
  </message>
  <message>
   <source>a whole number from {low} to {high}</source>
   <translation>从 {low} 到 {high} 的整数</translation>
  </message>
  <message>
   <source>a whole number from {low} to {high}, in quotes</source>
   <translation>加引号的整数，从 {low} 到 {high}</translation>
  </message>
  <message>
   <source>an id that no other step has</source>
   <translation>与其他各步不同的 id</translation>
  </message>
  <message>
   <source>an object in braces</source>
   <translation>花括号中的对象</translation>
  </message>
  <message>
   <source>an object with bids and asks</source>
   <translation>含有 bids 和 asks 的对象</translation>
  </message>
  <message>
   <source>as many numbers as book.distance has, above 0, that rise</source>
   <translation>与 book.distance 一样多的、大于 0 且递增的数</translation>
  </message>
  <message>
   <source>at least one [[step]]</source>
   <translation>至少一个 [[step]]</translation>
  </message>
  <message>
   <source>at least {least} price levels, not {count}</source>
   <translation>至少 {least} 个价位，而不是 {count} 个</translation>
  </message>
  <message>
   <source>bid or ask, not {given}</source>
   <translation>bid 或 ask，而不是 {given}</translation>
  </message>
  <message>
   <source>choice {told} to be what comes, as the text says, but the run gives choice {came} ({value})</source>
   <translation>结果是第 {told} 个选项，如课文所说，但运行得到第 {came} 个（{value}）</translation>
  </message>
  <message>
   <source>columns price, qty and side, or bid_price, bid_qty, ask_price and ask_qty</source>
   <translation>列 price、qty 和 side，或 bid_price、bid_qty、ask_price 和 ask_qty</translation>
  </message>
  <message>
   <source>each heading once</source>
   <translation>每个标题只出现一次</translation>
  </message>
  <message>
   <source>each key once in an object</source>
   <translation>同一对象中每个键只出现一次</translation>
  </message>
  <message>
   <source>each price once</source>
   <translation>每个价格只出现一次</translation>
  </message>
  <message>
   <source>format {version} or older; this file is of format {found}, which a newer version of the program reads</source>
   <translation>格式 {version} 或更早；此文件为格式 {found}，需要更新版本的程序才能读取</translation>
  </message>
  <message>
   <source>goals, limits or a step of lesson.toml ({names})</source>
   <translation>goals、limits 或 lesson.toml 中的一步（{names}）</translation>
  </message>
  <message>
   <source>less {measure} in {low} to {high} of the seeds of trial {trial}, {seeds} in all, but it is less in {value}</source>
   <translation>试验 {trial} 的 {seeds} 个种子中有 {low} 到 {high} 个的 {measure} 更少，但实际有 {value} 个</translation>
  </message>
  <message>
   <source>levels up to {least} of the price on both sides, not {known}</source>
   <translation>两侧价位至少覆盖到价格的 {least}，而不是 {known}</translation>
  </message>
  <message>
   <source>levels with a price</source>
   <translation>带有价格的价位</translation>
  </message>
  <message>
   <source>lists and objects nested a few levels deep, not hundreds</source>
   <translation>只嵌套几层的列表和对象，而不是几百层</translation>
  </message>
  <message>
   <source>low and high from 0 to {seeds}, the number of seeds of trial {trial}</source>
   <translation>low 和 high 在 0 到 {seeds} 之间，即试验 {trial} 的种子数</translation>
  </message>
  <message>
   <source>low and high, the range in which a number may be guessed</source>
   <translation>low 和 high，可以猜测的范围</translation>
  </message>
  <message>
   <source>low or high, low below high</source>
   <translation>low 或 high，且 low 小于 high</translation>
  </message>
  <message>
   <source>no number in braces</source>
   <translation>花括号里不要有数字</translation>
  </message>
  <message>
   <source>no {name} beside a trial, which has its own measure, at its end</source>
   <translation>有试验时不写 {name}：试验有自己的量，在结束时测量</translation>
  </message>
  <message>
   <source>numbers that rise</source>
   <translation>由小到大的数</translation>
  </message>
  <message>
   <source>one of bounds (with a measure), among or answer</source>
   <translation>bounds（连同 measure）、among、answer 三者之一</translation>
  </message>
  <message>
   <source>one of {names}</source>
   <translation>以下之一：{names}</translation>
  </message>
  <message>
   <source>one of {names}, below a step</source>
   <translation>以下之一：{names}，写在某一步之下</translation>
  </message>
  <message>
   <source>one of {names}, not {given}</source>
   <translation>以下之一：{names}，而不是 {given}</translation>
  </message>
  <message>
   <source>one of {names}, or a folder with a {file}</source>
   <translation>以下之一：{names}，或含有 {file} 的文件夹</translation>
  </message>
  <message>
   <source>one to eight [[exchange]] tables</source>
   <translation>一到八个 [[exchange]] 表</translation>
  </message>
  <message>
   <source>pairs of price and quantity only</source>
   <translation>只由价格和数量组成的对</translation>
  </message>
  <message>
   <source>seeds such as 1-20</source>
   <translation>种子，例如 1-20</translation>
  </message>
  <message>
   <source>shares that add up to 1, not {total}</source>
   <translation>份额之和为 1，而不是 {total}</translation>
  </message>
  <message>
   <source>some text</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>tables [[{name}]]</source>
   <translation>表 [[{name}]]</translation>
  </message>
  <message>
   <source>text in UTF-8</source>
   <translation>UTF-8 编码的文本</translation>
  </message>
  <message>
   <source>text in quotes</source>
   <translation>加引号的文字</translation>
  </message>
  <message>
   <source>the id of a later step</source>
   <translation>后面某一步的 id</translation>
  </message>
  <message>
   <source>the id of a later step ({names})</source>
   <translation>后面某一步的 id（{names}）</translation>
  </message>
  <message>
   <source>the name of a measure</source>
   <translation>一个量（measure）的名称</translation>
  </message>
  <message>
   <source>the name of a scenario</source>
   <translation>一个情景的名称</translation>
  </message>
  <message>
   <source>the name of a scenario or of a file beside the lesson</source>
   <translation>一个情景的名称，或课程旁边的文件名</translation>
  </message>
  <message>
   <source>the name of a trial ({names})</source>
   <translation>一个试验的名称（{names}）</translation>
  </message>
  <message>
   <source>the number of an update</source>
   <translation>更新的编号</translation>
  </message>
  <message>
   <source>the words of the lesson in at least one language</source>
   <translation>至少一种语言的课文</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true 或 false</translation>
  </message>
  <message>
   <source>update {next} after {last}, not {given}: changes are missing</source>
   <translation>{last} 之后是更新 {next}，而不是 {given}：中间缺少变动</translation>
  </message>
  <message>
   <source>valid JSON</source>
   <translation>有效的 JSON</translation>
  </message>
  <message>
   <source>valid JSON ({reason})</source>
   <translation>有效的 JSON（{reason}）</translation>
  </message>
  <message>
   <source>{few} to {most} numbers that rise, above 0 and up to {far}</source>
   <translation>{few} 到 {most} 个递增的数，大于 0 且不超过 {far}</translation>
  </message>
  <message>
   <source>{file}, line {line}</source>
   <translation>{file} 第 {line} 行</translation>
  </message>
  <message>
   <source>{measure} at {at} on road {road} from {low} to {high}, but it is {value}</source>
   <translation>分支 {road} 上 {at} 时的 {measure} 在 {low} 到 {high} 之间，但实际是 {value}</translation>
  </message>
  <message>
   <source>{measure} to change by {low} to {high} in the middle seed of trial {trial}, but it changes by {value}</source>
   <translation>试验 {trial} 居中的种子里 {measure} 变化 {low} 到 {high}，但实际变化 {value}</translation>
  </message>
  <message>
   <source>{name} without a name behind it</source>
   <translation>{name}，后面不带名称</translation>
  </message>
  <message>
   <source>{place}, {key}</source>
   <translation>{place}，{key}</translation>
  </message>
  <message>
   <source>{place}: expected {expected}.</source>
   <translation>{place}：应为{expected}。</translation>
  </message>
  <message>
   <source>{second}, the second in which road {road} leaves</source>
   <translation>{second}，即分支 {road} 分岔的那一秒</translation>
  </message>
  <message>
   <source>{several} columns</source>
   <translation>{several} 列</translation>
  </message>
  <message>
   <source>{wanted} choices, not {given}</source>
   <translation>{wanted} 个选项，而不是 {given} 个</translation>
  </message>
 </context>
 <context>
  <name>Provenance</name>
  <message>
   <source>A</source>
   <translation>设</translation>
  </message>
  <message>
   <source>C</source>
   <translation>称</translation>
  </message>
  <message>
   <source>M</source>
   <translation>测</translation>
  </message>
  <message>
   <source>R</source>
   <translation>报</translation>
  </message>
  <message>
   <source>The post claims: {claim}</source>
   <translation>文章声称：{claim}</translation>
  </message>
  <message>
   <source>Where {title} comes from: {kind}</source>
   <translation>{title} 来自哪里：{kind}</translation>
  </message>
  <message>
   <source>a published rule: {source}</source>
   <translation>公开的规则：{source}</translation>
  </message>
  <message>
   <source>assumed</source>
   <translation>假设</translation>
  </message>
  <message>
   <source>claimed</source>
   <translation>声称</translation>
  </message>
  <message>
   <source>claimed by {source}</source>
   <translation>{source} 声称</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>实测</translation>
  </message>
  <message>
   <source>measured in this run</source>
   <translation>在这次运行中实测</translation>
  </message>
  <message>
   <source>our assumption</source>
   <translation>我们的假设</translation>
  </message>
  <message>
   <source>published rule</source>
   <translation>公开规则</translation>
  </message>
  <message>
   <source>reported</source>
   <translation>报道</translation>
  </message>
  <message>
   <source>reported by {source}</source>
   <translation>{source} 报道</translation>
  </message>
  <message>
   <source>{badge} {origin}</source>
   <translation>{badge} {origin}</translation>
  </message>
  <message>
   <source>{badge} {origin}.</source>
   <translation>{badge} {origin}。</translation>
  </message>
  <message>
   <source>{default}: {origin}</source>
   <translation>{default}：{origin}</translation>
  </message>
  <message>
   <source>{title}: {meaning}</source>
   <translation>{title}：{meaning}</translation>
  </message>
  <message>
   <source>§</source>
   <translation>§</translation>
  </message>
 </context>
 <context>
  <name>Report</name>
  <message>
   <source>All results are measured in this run of a stylised model; under another seed they differ. Parameters are claimed in the post (C), reported elsewhere (R), published rules (§) or assumed (A). The model depicts no firm's conduct and forecasts no price.</source>
   <translation>所有结果均为一个简化模型在这次运行中的实测值；换一个种子就会不同。参数来自文章声称（称）、其他报道（报）、公开规则（§）或假设（设）。模型不描述任何公司的行为，也不预测价格。</translation>
  </message>
  <message>
   <source>Changed on this road</source>
   <translation>本分支的改动</translation>
  </message>
  <message>
   <source>Differences to the other road, same seed</source>
   <translation>与对照分支的差别（同一种子）</translation>
  </message>
  <message>
   <source>Over time</source>
   <translation>随时间的变化</translation>
  </message>
  <message>
   <source>Over time; dashed: the other road</source>
   <translation>随时间的变化；虚线：对照分支</translation>
  </message>
  <message>
   <source>The other road</source>
   <translation>对照分支</translation>
  </message>
  <message>
   <source>There is only one road so far: nothing is compared.</source>
   <translation>到目前为止只有一个分支：没有可比较的。</translation>
  </message>
  <message>
   <source>This road</source>
   <translation>本分支</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>以及另外 {count} 项</translation>
  </message>
  <message>
   <source>nothing was changed</source>
   <translation>没有任何改动</translation>
  </message>
  <message>
   <source>{clock}: {key}</source>
   <translation>{clock}：{key}</translation>
  </message>
  <message>
   <source>{clock}: {title} {value} ({badge})</source>
   <translation>{clock}：{title} {value}（{badge}）</translation>
  </message>
  <message>
   <source>{symbol} at {clock}, seed {seed}, scenario {name}, Cascade Lab {version}</source>
   <translation>{symbol}，{clock}，种子 {seed}，情景 {name}，Cascade Lab {version}</translation>
  </message>
 </context>
 <context>
  <name>ReproductionChart</name>
  <message>
   <source>R</source>
   <translation>R</translation>
  </message>
  <message>
   <source>R compares a minute with the one before it: it begins a minute after {least} were liquidated.</source>
   <translation>R 把一分钟与前一分钟相比：一分钟内强平满 {least}，再过一分钟才有 R。</translation>
  </message>
  <message>
   <source>R over time</source>
   <translation>R 随时间的变化</translation>
  </message>
  <message>
   <source>R: dollars set off by each dollar; above 1 it spreads</source>
   <translation>R：每 1 美元再引发的美元数；大于 1 即蔓延</translation>
  </message>
  <message>
   <source>R; above 1 it spreads</source>
   <translation>R；大于 1 即蔓延</translation>
  </message>
  <message>
   <source>Reproduction number over time</source>
   <translation>再生数随时间的变化</translation>
  </message>
  <message>
   <source>Too little is liquidated for R: it is drawn from {least} in a minute on.</source>
   <translation>强平太少，算不出 R：一分钟内强平额达到 {least}，才开始画。</translation>
  </message>
  <message>
   <source>not drawn: {money} the minute before, under {least}</source>
   <translation>未画：前一分钟 {money}，不到 {least}</translation>
  </message>
 </context>
 <context>
  <name>Roads</name>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>original</source>
   <translation>原始分支</translation>
  </message>
  <message>
   <source>your order: {order}</source>
   <translation>你的订单：{order}</translation>
  </message>
  <message>
   <source>{title} {value}</source>
   <translation>{title}：{value}</translation>
  </message>
  <message>
   <source>{title}: {value}</source>
   <translation>{title}：{value}</translation>
  </message>
  <message>
   <source>{what}, since {clock}</source>
   <translation>{what}（{clock} 起）</translation>
  </message>
 </context>
 <context>
  <name>RoadsBar</name>
  <message>
   <source>All roads</source>
   <translation>所有分支</translation>
  </message>
  <message>
   <source>Go on along this road. Nothing is lost by changing roads.</source>
   <translation>沿此分支继续。切换分支不会丢失任何东西。</translation>
  </message>
  <message>
   <source>Road: {name}</source>
   <translation>分支：{name}</translation>
  </message>
  <message>
   <source>Tree of roads: rename, compare, remove …</source>
   <translation>分支树：改名、比较、移除……</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>全部（{count}）</translation>
  </message>
  <message>
   <source>road</source>
   <translation>分支</translation>
  </message>
 </context>
 <context>
  <name>RoadsDialog</name>
  <message>
   <source>Compare with it</source>
   <translation>与它比较</translation>
  </message>
  <message>
   <source>Computed to</source>
   <translation>已算到</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>切换到此分支</translation>
  </message>
  <message>
   <source>Left at</source>
   <translation>分岔时刻</translation>
  </message>
  <message>
   <source>Liquidated</source>
   <translation>强平额</translation>
  </message>
  <message>
   <source>Name of this road</source>
   <translation>此分支的名称</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>改名</translation>
  </message>
  <message>
   <source>Rename …</source>
   <translation>改名……</translation>
  </message>
  <message>
   <source>Road</source>
   <translation>分支</translation>
  </message>
  <message>
   <source>Roads</source>
   <translation>分支</translation>
  </message>
  <message>
   <source>Tree of roads</source>
   <translation>分支树</translation>
  </message>
  <message>
   <source>● marks the road that is watched, ◌ the one it is compared with. Ctrl+Z undoes.</source>
   <translation>● 为正在观看的分支，◌ 为对照分支。按 Ctrl+Z 撤销。</translation>
  </message>
 </context>
 <context>
  <name>RunBar</name>
  <message>
   <source>A run has failed; the others stay. Details are in {file}.</source>
   <translation>有一次运行失败，其余的保留。详情见 {file}。</translation>
  </message>
  <message>
   <source>Progress of the runs</source>
   <translation>运行进度</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <source>Run the ensemble</source>
   <translation>运行多次实验</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stop the runs</source>
   <translation>停止运行</translation>
  </message>
  <message>
   <source>a run failed: {done} of {all} runs</source>
   <translation>有一次运行失败：完成 {done} / {all} 次</translation>
  </message>
  <message>
   <source>all {all} runs done</source>
   <translation>{all} 次全部完成</translation>
  </message>
  <message>
   <source>seeds</source>
   <translation>种子数</translation>
  </message>
  <message>
   <source>stopped: {done} of {all} runs</source>
   <translation>已停止：完成 {done} / {all} 次</translation>
  </message>
  <message>
   <source>the first of {all} runs</source>
   <translation>正在进行第 1 次，共 {all} 次</translation>
  </message>
  <message>
   <source>{done} of {all} runs, {left} left</source>
   <translation>{done} / {all} 次，还需 {left}</translation>
  </message>
 </context>
 <context>
  <name>Scenarios</name>
  <message>
   <source>10 October 2025</source>
   <translation>2025 年 10 月 10 日</translation>
  </message>
  <message>
   <source>A calm day</source>
   <translation>平静的一天</translation>
  </message>
  <message>
   <source>A halt on one exchange only</source>
   <translation>只有一家交易所暂停交易</translation>
  </message>
  <message>
   <source>A run on the exchange</source>
   <translation>交易所挤兑</translation>
  </message>
  <message>
   <source>A trader puts 100 BTC behind $15 million of one altcoin. The altcoin falls; try each haircut, and the ban.</source>
   <translation>一名交易者用 100 个 BTC 作抵押，持有 1,500 万美元的一种山寨币。山寨币下跌；试试各种抵押折扣和禁令。</translation>
  </message>
  <message>
   <source>Binance pauses what falls, OKX and Bybit trade on: watch where the selling goes.</source>
   <translation>Binance 暂停下跌的币种，OKX 和 Bybit 照常交易：看卖盘流向哪里。</translation>
  </message>
  <message>
   <source>China's breaker of January 2016: traders who see the halt coming hurry to sell before it. Take anticipation away and compare.</source>
   <translation>中国 2016 年 1 月的熔断：看到即将暂停交易的人抢先卖出。去掉抢跑再比较。</translation>
  </message>
  <message>
   <source>Forty billion</source>
   <translation>四百亿</translation>
  </message>
  <message>
   <source>News about altcoins alone. BTC stays where it is; below the small coins there is nobody.</source>
   <translation>只有关于山寨币的消息。BTC 原地不动；小市值币下方没有买家。</translation>
  </message>
  <message>
   <source>No news about any coin: a rumour about Binance. Customers leave, and take the depth of the books with them.</source>
   <translation>没有关于任何币的消息：只有一则关于 Binance 的谣言。客户离开，也带走了订单簿的深度。</translation>
  </message>
  <message>
   <source>One exchange</source>
   <translation>一家交易所</translation>
  </message>
  <message>
   <source>One exchange, one asset, no leverage: how orders meet.</source>
   <translation>一家交易所，一种资产，没有杠杆：看订单如何成交。</translation>
  </message>
  <message>
   <source>One order book</source>
   <translation>一个订单簿</translation>
  </message>
  <message>
   <source>The altcoin cliff</source>
   <translation>山寨币悬崖</translation>
  </message>
  <message>
   <source>The crash of one afternoon</source>
   <translation>一个下午的崩盘</translation>
  </message>
  <message>
   <source>The magnet</source>
   <translation>磁吸效应</translation>
  </message>
  <message>
   <source>The nuclear button</source>
   <translation>核按钮</translation>
  </message>
  <message>
   <source>The post's market at full size: three exchanges, 102 assets, a million accounts, four hours.</source>
   <translation>文章中的完整市场：三家交易所，102 种资产，一百万个账户，四个小时。</translation>
  </message>
  <message>
   <source>The recorded afternoon: a fall of some 12 % in BTC within the hour, altcoins far deeper, on thin books.</source>
   <translation>有记录的那个下午：BTC 一小时内跌约 12%，山寨币跌得深得多，订单簿很薄。</translation>
  </message>
  <message>
   <source>The same crash without neighbours: leverage and market makers, but nobody to pass it on to.</source>
   <translation>同样的崩盘，没有别的交易所：有杠杆和做市商，但无处可传。</translation>
  </message>
  <message>
   <source>The same market without news: four hours in which nothing runs away.</source>
   <translation>同样的市场，没有消息：四个小时里什么都没有失控。</translation>
  </message>
  <message>
   <source>Three exchanges, ten assets, sixty thousand traders. Bad news arrives after five minutes; watch what the market makes of it.</source>
   <translation>三家交易所，十种资产，六万名交易者。五分钟后坏消息传来；看市场如何应对。</translation>
  </message>
 </context>
 <context>
  <name>Segments</name>
  <message>
   <source>{name} ▾</source>
   <translation>{name} ▾</translation>
  </message>
 </context>
 <context>
  <name>SelfTest</name>
  <message>
   <source>a step back is the same second again</source>
   <translation>后退一步仍是同一秒</translation>
  </message>
  <message>
   <source>digest of {run}</source>
   <translation>{run} 的摘要</translation>
  </message>
  <message>
   <source>every switch turns</source>
   <translation>每个开关都能拨动</translation>
  </message>
  <message>
   <source>every view is drawn</source>
   <translation>每个视图都已绘出</translation>
  </message>
  <message>
   <source>it plays to its worst minute</source>
   <translation>播放到最差的一分钟</translation>
  </message>
  <message>
   <source>it saves and reopens</source>
   <translation>保存并重新打开</translation>
  </message>
  <message>
   <source>no error was caught on the way</source>
   <translation>途中没有捕获错误</translation>
  </message>
  <message>
   <source>nothing was compiled</source>
   <translation>没有编译任何东西</translation>
  </message>
  <message>
   <source>the window opens paused on a complete market</source>
   <translation>窗口打开时暂停在完整的市场上</translation>
  </message>
 </context>
 <context>
  <name>Session</name>
  <message>
   <source>The lesson holds this control for now.</source>
   <translation>课程暂时锁定了此控件。</translation>
  </message>
 </context>
 <context>
  <name>ShareDialog</name>
  <message>
   <source>A code to open</source>
   <translation>要打开的代码</translation>
  </message>
  <message>
   <source>Code of what is shown</source>
   <translation>当前内容的代码</translation>
  </message>
  <message>
   <source>Copy the code</source>
   <translation>复制代码</translation>
  </message>
  <message>
   <source>Open the pasted code</source>
   <translation>打开粘贴的代码</translation>
  </message>
  <message>
   <source>Paste a code here to open it</source>
   <translation>把代码粘贴到这里打开</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>分享</translation>
  </message>
  <message>
   <source>This code holds the scenario, the seed, every road and the second that is shown.</source>
   <translation>此代码包含情景、种子、所有分支和当前显示的时刻。</translation>
  </message>
  <message>
   <source>code</source>
   <translation>代码</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Files and pictures</source>
   <translation>文件与图片</translation>
  </message>
  <message>
   <source>Go to the next control; press it</source>
   <translation>转到下一个控件；按下它</translation>
  </message>
  <message>
   <source>Help and the rest</source>
   <translation>帮助及其他</translation>
  </message>
  <message>
   <source>Jump</source>
   <translation>跳转</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>键</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>Keys and what they do</source>
   <translation>按键及其作用</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>课程</translation>
  </message>
  <message>
   <source>Play and step</source>
   <translation>播放与单步</translation>
  </message>
  <message>
   <source>Runs and roads</source>
   <translation>运行与所有分支</translation>
  </message>
  <message>
   <source>Switches</source>
   <translation>开关</translation>
  </message>
  <message>
   <source>Tab, Enter</source>
   <translation>Tab、Enter</translation>
  </message>
  <message>
   <source>View</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>作用</translation>
  </message>
  <message>
   <source>{one} or {other}</source>
   <translation>{one} 或 {other}</translation>
  </message>
 </context>
 <context>
  <name>Smoke</name>
  <message>
   <source>it did not step back</source>
   <translation>它没有后退一步</translation>
  </message>
  <message>
   <source>smoke: well; played to {clock}, {roads} roads, picture {width} × {height}
</source>
   <translation>自检：正常；播放到 {clock}，{roads} 个分支，画面 {width} × {height}
</translation>
  </message>
  <message>
   <source>smoke: {problem}
</source>
   <translation>自检：{problem}
</translation>
  </message>
  <message>
   <source>the market did not play</source>
   <translation>市场没有播放</translation>
  </message>
  <message>
   <source>the picture is empty</source>
   <translation>画面是空的</translation>
  </message>
  <message>
   <source>the switch made no new road</source>
   <translation>开关没有生成新的分支</translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message>
   <source>HALTED {time}</source>
   <translation>暂停交易 {time}</translation>
  </message>
  <message>
   <source>OPEN</source>
   <translation>交易中</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>主画面</translation>
  </message>
  <message>
   <source>asks</source>
   <translation>卖单</translation>
  </message>
  <message>
   <source>asks {usd}, {share} market makers'</source>
   <translation>卖单 {usd}，其中做市商 {share}</translation>
  </message>
  <message>
   <source>bids</source>
   <translation>买单</translation>
  </message>
  <message>
   <source>bids left</source>
   <translation>剩余买单</translation>
  </message>
  <message>
   <source>bids left, of normal</source>
   <translation>剩余买单占正常</translation>
  </message>
  <message>
   <source>bids {usd}, {share} market makers'</source>
   <translation>买单 {usd}，其中做市商 {share}</translation>
  </message>
  <message>
   <source>bids, of normal</source>
   <translation>买单占正常</translation>
  </message>
  <message>
   <source>confidence</source>
   <translation>信心</translation>
  </message>
  <message>
   <source>fund</source>
   <translation>基金</translation>
  </message>
  <message>
   <source>fund, of its start</source>
   <translation>基金占开始时</translation>
  </message>
  <message>
   <source>halted, $ waiting</source>
   <translation>暂停交易，待卖 $</translation>
  </message>
  <message>
   <source>insurance fund</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>insurance fund, of its start</source>
   <translation>保险基金占开始时</translation>
  </message>
  <message>
   <source>last {price}</source>
   <translation>最新价 {price}</translation>
  </message>
  <message>
   <source>left part: market makers</source>
   <translation>左侧：做市商</translation>
  </message>
  <message>
   <source>liquidated now</source>
   <translation>正在强平</translation>
  </message>
  <message>
   <source>makers</source>
   <translation>做市商</translation>
  </message>
  <message>
   <source>mark {price}</source>
   <translation>标记价 {price}</translation>
  </message>
  <message>
   <source>mid</source>
   <translation>中间价</translation>
  </message>
  <message>
   <source>next second, done: {phase}</source>
   <translation>下一秒，已完成：{phase}</translation>
  </message>
  <message>
   <source>no asks</source>
   <translation>没有卖单</translation>
  </message>
  <message>
   <source>no asks below {price}</source>
   <translation>{price} 以下没有卖单</translation>
  </message>
  <message>
   <source>no bids</source>
   <translation>没有买单</translation>
  </message>
  <message>
   <source>no bids above {price}</source>
   <translation>{price} 以上没有买单</translation>
  </message>
  <message>
   <source>nobody bids or asks here</source>
   <translation>这里没有挂单</translation>
  </message>
  <message>
   <source>normal book</source>
   <translation>正常订单簿</translation>
  </message>
  <message>
   <source>other road</source>
   <translation>对照分支</translation>
  </message>
  <message>
   <source>second {number}</source>
   <translation>第 {number} 秒</translation>
  </message>
  <message>
   <source>spread {times}</source>
   <translation>点差 {times}</translation>
  </message>
  <message>
   <source>spread {times} normal</source>
   <translation>点差为正常的 {times}</translation>
  </message>
  <message>
   <source>spread {usd}</source>
   <translation>点差 {usd}</translation>
  </message>
  <message>
   <source>via {channel}, at once: {usd}</source>
   <translation>经由{channel}，无延迟：{usd}</translation>
  </message>
  <message>
   <source>via {channel}, {delay} later: {usd}</source>
   <translation>经由{channel}，延迟 {delay}：{usd}</translation>
  </message>
  <message>
   <source>you {number}</source>
   <translation>你 {number}</translation>
  </message>
  <message>
   <source>you {number}: buy {usd}, {ahead} ahead</source>
   <translation>你 {number}：买入 {usd}，前面排队 {ahead}</translation>
  </message>
  <message>
   <source>you {number}: liquidated at {price}</source>
   <translation>你 {number}：在 {price} 被强平</translation>
  </message>
  <message>
   <source>you {number}: sell {usd}, {ahead} ahead</source>
   <translation>你 {number}：卖出 {usd}，前面排队 {ahead}</translation>
  </message>
  <message>
   <source>{asset} perpetual</source>
   <translation>{asset} 永续合约</translation>
  </message>
  <message>
   <source>{delay} · {usd}</source>
   <translation>{delay} · {usd}</translation>
  </message>
  <message>
   <source>{name}, {low} to {high}</source>
   <translation>{name}，{low} 到 {high}</translation>
  </message>
  <message>
   <source>{name}: {price}, {change}, bids left {bids}.</source>
   <translation>{name}：{price}，{change}，剩余买单 {bids}。</translation>
  </message>
  <message>
   <source>{times} normal</source>
   <translation>正常的 {times}</translation>
  </message>
  <message>
   <source>{usd} liquidated here</source>
   <translation>此处强平 {usd}</translation>
  </message>
  <message>
   <source>{usd} of called positions wait</source>
   <translation>待卖 {usd}（已触发强平）</translation>
  </message>
  <message>
   <source>{usd} per {percent}</source>
   <translation>每 {percent}：{usd}</translation>
  </message>
  <message>
   <source>{usd} per {percent} of price</source>
   <translation>价格每 {percent}：{usd}</translation>
  </message>
  <message>
   <source>{usd} waiting</source>
   <translation>待卖 {usd}</translation>
  </message>
  <message>
   <source>▼ {usd}</source>
   <translation>▼ {usd}</translation>
  </message>
  <message>
   <source>▼ {usd} a second</source>
   <translation>▼ 每秒 {usd}</translation>
  </message>
  <message>
   <source>▼ {usd} in this second</source>
   <translation>▼ 这一秒 {usd}</translation>
  </message>
  <message>
   <source>▼ {usd} liquidated</source>
   <translation>▼ 强平 {usd}</translation>
  </message>
  <message>
   <source>▼ {usd} of {asset} liquidated</source>
   <translation>▼ 强平 {asset} {usd}</translation>
  </message>
 </context>
 <context>
  <name>Standings</name>
  <message>
   <source>arbitrageurs</source>
   <translation>套利者</translation>
  </message>
  <message>
   <source>brought in from outside</source>
   <translation>从外部补入</translation>
  </message>
  <message>
   <source>fees of the exchange</source>
   <translation>交易所手续费</translation>
  </message>
  <message>
   <source>full-margin accounts</source>
   <translation>全仓保证金账户</translation>
  </message>
  <message>
   <source>hedgers</source>
   <translation>对冲者</translation>
  </message>
  <message>
   <source>insurance fund</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>leveraged traders</source>
   <translation>带杠杆的交易者</translation>
  </message>
  <message>
   <source>liquidity insurance</source>
   <translation>流动性保险</translation>
  </message>
  <message>
   <source>market makers</source>
   <translation>做市商</translation>
  </message>
  <message>
   <source>noise traders</source>
   <translation>随机交易者</translation>
  </message>
  <message>
   <source>rescue fund</source>
   <translation>救助基金</translation>
  </message>
  <message>
   <source>taken out of the exchange</source>
   <translation>从交易所提走</translation>
  </message>
  <message>
   <source>value buyers</source>
   <translation>价值买家</translation>
  </message>
  <message>
   <source>you</source>
   <translation>你</translation>
  </message>
 </context>
 <context>
  <name>StartWindow</name>
  <message>
   <source>Cascade Lab</source>
   <translation>Cascade Lab</translation>
  </message>
  <message>
   <source>Opening the market …</source>
   <translation>正在打开市场……</translation>
  </message>
  <message>
   <source>Preparing the market: compiled {done} of about {all} parts. This happens once.</source>
   <translation>正在准备市场：已编译 {done} 个部分，共约 {all} 个。只需一次。</translation>
  </message>
 </context>
 <context>
  <name>Story</name>
  <message>
   <source>All exchanges pause {assets} for {time}: at least {percent} below {reference}.</source>
   <translation>所有交易所暂停 {assets} 交易 {time}：比{reference}至少低 {percent}。</translation>
  </message>
  <message>
   <source>All exchanges pause {asset} for {time}: {percent} below {reference}.</source>
   <translation>所有交易所暂停 {asset} 交易 {time}：比{reference}低 {percent}。</translation>
  </message>
  <message>
   <source>All exchanges re-open {assets} by auction.</source>
   <translation>所有交易所经竞价恢复 {assets} 交易。</translation>
  </message>
  <message>
   <source>All exchanges re-open {asset} by auction near {price}.</source>
   <translation>所有交易所经竞价恢复 {asset} 交易，价格约 {price}。</translation>
  </message>
  <message>
   <source>Auto-deleveraging closes {usd} of your winning position of order {number} in {asset} on {exchange} at {price}.</source>
   <translation>自动减仓：你的订单 {number} 的盈利仓位（{exchange} 的 {asset}）有 {usd} 以 {price} 被平掉。</translation>
  </message>
  <message>
   <source>First liquidation on {exchange}: {asset}. Cause: {channel}.</source>
   <translation>{exchange} 首次强平（{asset}）。起因：{channel}。</translation>
  </message>
  <message>
   <source>Liquidations reach {exchange}, first in {asset}: set off on {source}, by way of {channel}.</source>
   <translation>强平蔓延到 {exchange}，最先是 {asset}：起因在 {source}，经由{channel}。</translation>
  </message>
  <message>
   <source>Maker {maker} begins to back out: fewer orders, farther from the price. It has lost {usd} so far.</source>
   <translation>做市商 {maker} 开始撤单：挂单变少，离价格更远。至今已亏损 {usd}。</translation>
  </message>
  <message>
   <source>Maker {maker} has backed out as far as it does. It has lost {usd} so far.</source>
   <translation>做市商 {maker} 的撤单已达最大限度。至今已亏损 {usd}。</translation>
  </message>
  <message>
   <source>Maker {maker} is below its margin: it cancels every quote and will be sold.</source>
   <translation>做市商 {maker} 跌破维持保证金：撤下全部报价，仓位将被卖出。</translation>
  </message>
  <message>
   <source>Maker {maker} is healthy again and quotes.</source>
   <translation>做市商 {maker} 恢复正常，重新报价。</translation>
  </message>
  <message>
   <source>Maker {maker} is out: everything sold.</source>
   <translation>做市商 {maker} 出局：仓位全部卖出。</translation>
  </message>
  <message>
   <source>News: fundamental value begins to fall by {size}, first heard on {exchange}.</source>
   <translation>消息：基本面价值开始下跌 {size}，{exchange} 最先得知。</translation>
  </message>
  <message>
   <source>News: fundamental value begins to rise by {size}, first heard on {exchange}.</source>
   <translation>消息：基本面价值开始上涨 {size}，{exchange} 最先得知。</translation>
  </message>
  <message>
   <source>The leverage cap: traders on {exchange} bring {usd} of margin.</source>
   <translation>杠杆上限：{exchange} 的交易者补缴保证金 {usd}。</translation>
  </message>
  <message>
   <source>The rescue fund acts: it has heard of {usd} liquidated.</source>
   <translation>救助基金出手：它得知的强平额已达 {usd}。</translation>
  </message>
  <message>
   <source>The rescue fund has paid {usd}.</source>
   <translation>救助基金已付出 {usd}。</translation>
  </message>
  <message>
   <source>The rescue fund is empty: {usd} paid.</source>
   <translation>救助基金已用完：共付出 {usd}。</translation>
  </message>
  <message>
   <source>Withdrawals from {exchange} pass {usd}.</source>
   <translation>{exchange} 的提款累计超过 {usd}。</translation>
  </message>
  <message>
   <source>Your order {number} bought {usd} of {asset} on {exchange} at {price}.</source>
   <translation>你的订单 {number} 在 {exchange} 以 {price} 买入 {asset} {usd}。</translation>
  </message>
  <message>
   <source>Your order {number} sold {usd} of {asset} on {exchange} at {price}.</source>
   <translation>你的订单 {number} 在 {exchange} 以 {price} 卖出 {asset} {usd}。</translation>
  </message>
  <message>
   <source>Your position of order {number} is liquidated: {usd} of {asset} on {exchange}. Cause: {channel}.</source>
   <translation>你的订单 {number} 的仓位被强平：{exchange} 的 {asset} {usd}。起因：{channel}。</translation>
  </message>
  <message>
   <source>arbitrage</source>
   <translation>套利</translation>
  </message>
  <message>
   <source>chance trades</source>
   <translation>随机成交</translation>
  </message>
  <message>
   <source>collateral sold</source>
   <translation>被卖出的抵押品</translation>
  </message>
  <message>
   <source>liquidations here</source>
   <translation>本所的强平</translation>
  </message>
  <message>
   <source>market makers following</source>
   <translation>做市商跟随</translation>
  </message>
  <message>
   <source>the first price of {symbol}</source>
   <translation>{symbol} 的起始价格</translation>
  </message>
  <message>
   <source>the high of the last {time}</source>
   <translation>最近 {time}的最高点</translation>
  </message>
  <message>
   <source>the index</source>
   <translation>指数</translation>
  </message>
  <message>
   <source>the mean of five minutes</source>
   <translation>五分钟均价</translation>
  </message>
  <message>
   <source>the news</source>
   <translation>消息</translation>
  </message>
  <message>
   <source>the re-opening auction</source>
   <translation>恢复交易的竞价</translation>
  </message>
  <message>
   <source>value traders</source>
   <translation>价值买家</translation>
  </message>
  <message>
   <source>your order</source>
   <translation>你的订单</translation>
  </message>
  <message>
   <source>{clock}: {sentence}</source>
   <translation>{clock}：{sentence}</translation>
  </message>
  <message>
   <source>{count} market makers have backed out: {makers}. They had lost {usd} by then.</source>
   <translation>{count} 家做市商已撤单，至此共亏损 {usd}：{makers}。</translation>
  </message>
  <message>
   <source>{exchange} begins to sell BTC collateral, which stood behind other positions.</source>
   <translation>{exchange} 开始卖出为其他仓位作抵押的 BTC。</translation>
  </message>
  <message>
   <source>{exchange} pauses {assets} for {time}: at least {percent} below {reference}.</source>
   <translation>{exchange} 暂停 {assets} 交易 {time}：比{reference}至少低 {percent}。</translation>
  </message>
  <message>
   <source>{exchange} pauses {asset} for {time}: {percent} below {reference}.</source>
   <translation>{exchange} 暂停 {asset} 交易 {time}：比{reference}低 {percent}。</translation>
  </message>
  <message>
   <source>{exchange} pays out again.</source>
   <translation>{exchange} 恢复提款。</translation>
  </message>
  <message>
   <source>{exchange} re-opens {assets} by auction.</source>
   <translation>{exchange} 经竞价恢复 {assets} 交易。</translation>
  </message>
  <message>
   <source>{exchange} re-opens {asset} by auction at {price}.</source>
   <translation>{exchange} 经竞价恢复 {asset} 交易，价格 {price}。</translation>
  </message>
  <message>
   <source>{exchange} stops withdrawals after {usd} have left.</source>
   <translation>{exchange} 在流出 {usd} 后停止提款。</translation>
  </message>
  <message>
   <source>{exchange}'s insurance fund is short of {usd}.</source>
   <translation>{exchange} 的保险基金缺口 {usd}。</translation>
  </message>
  <message>
   <source>{exchange}'s insurance fund takes over {usd} of {asset}, the rest of your order {number}.</source>
   <translation>{exchange} 的保险基金接手你的订单 {number} 剩余的 {asset} {usd}。</translation>
  </message>
  <message>
   <source>{exchange}'s liquidity insurance cannot keep its guarantee for {asset}: {usd} of premiums are spent or promised.</source>
   <translation>{exchange} 的流动性保险无法履行对 {asset} 的保证：保费 {usd} 已用完或已被占用。</translation>
  </message>
  <message>
   <source>{usd} liquidated so far, none of it of traders.</source>
   <translation>累计强平 {usd}，其中没有交易者的仓位。</translation>
  </message>
  <message>
   <source>{usd} liquidated so far; all liquidated traders were long.</source>
   <translation>累计强平 {usd}；被强平的交易者全是多头。</translation>
  </message>
  <message>
   <source>{usd} liquidated so far; {longs} of the traders' positions among it were long.</source>
   <translation>累计强平 {usd}；被强平的交易者仓位中 {longs} 为多头。</translation>
  </message>
 </context>
 <context>
  <name>StoryPanel</name>
  <message>
   <source>Nothing has happened yet. Press space and watch.</source>
   <translation>还没有发生什么。按空格键开始观看。</translation>
  </message>
  <message>
   <source>STORY</source>
   <translation>事件经过</translation>
  </message>
  <message>
   <source>Story, newest first; enter goes to the moment</source>
   <translation>事件经过，最新在前；按回车转到那一刻</translation>
  </message>
 </context>
 <context>
  <name>StoryTableDialog</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>The story so far</source>
   <translation>到目前为止的事件经过</translation>
  </message>
  <message>
   <source>The story so far; Enter goes to the moment</source>
   <translation>到目前为止的事件经过；按回车转到那一刻</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>发生了什么</translation>
  </message>
 </context>
 <context>
  <name>SwitchRow</name>
  <message>
   <source> · </source>
   <translation> · </translation>
  </message>
  <message>
   <source>Settings of {title}</source>
   <translation>{title} 的设置</translation>
  </message>
  <message>
   <source>Show or hide its settings</source>
   <translation>显示或隐藏它的设置</translation>
  </message>
  <message>
   <source>The lesson locks this switch</source>
   <translation>此开关已被课程锁定</translation>
  </message>
  <message>
   <source>locked</source>
   <translation>已锁定</translation>
  </message>
  <message>
   <source>{title} {value}</source>
   <translation>{title} {value}</translation>
  </message>
 </context>
 <context>
  <name>SwitchWords</name>
  <message>
   <source>acts from {trigger_usd} on</source>
   <translation>启动门槛：强平 {trigger_usd}</translation>
  </message>
  <message>
   <source>at least {share} of their orders</source>
   <translation>至少保留 {share} 的挂单</translation>
  </message>
  <message>
   <source>below confidence {confidence}</source>
   <translation>信心低于 {confidence} 时</translation>
  </message>
  <message>
   <source>half the trust is back in {recovery}</source>
   <translation>信心 {recovery}恢复一半</translation>
  </message>
  <message>
   <source>in batches of {batch}</source>
   <translation>每批 {batch}</translation>
  </message>
  <message>
   <source>keeps bids at {depth}</source>
   <translation>买单保持 {depth}</translation>
  </message>
  <message>
   <source>leverage at most {leverage}</source>
   <translation>杠杆最高 {leverage}</translation>
  </message>
  <message>
   <source>leverage {own_leverage} for each position</source>
   <translation>每个仓位杠杆 {own_leverage}</translation>
  </message>
  <message>
   <source>pauses after a fall of {threshold}</source>
   <translation>下跌 {threshold} 后暂停</translation>
  </message>
  <message>
   <source>rule: {rule}</source>
   <translation>规则：{rule}</translation>
  </message>
  <message>
   <source>when a fund lost {drawdown}</source>
   <translation>基金亏损 {drawdown} 时</translation>
  </message>
 </context>
 <context>
  <name>SwitchesPanel</name>
  <message>
   <source>More about the shock</source>
   <translation>冲击的更多设置</translation>
  </message>
  <message>
   <source>More rules</source>
   <translation>更多规则</translation>
  </message>
  <message>
   <source>Needs a new run</source>
   <translation>重新运行后生效</translation>
  </message>
  <message>
   <source>Run with what waits: {count}</source>
   <translation>用待生效的设置运行（{count}）</translation>
  </message>
  <message>
   <source>Run: nothing waits</source>
   <translation>运行（无待生效设置）</translation>
  </message>
  <message>
   <source>THE SHOCK</source>
   <translation>冲击</translation>
  </message>
  <message>
   <source>These settings change how the market begins, so they wait for this button.</source>
   <translation>这些设置改变市场的初始状态，按此按钮重新运行后才生效。</translation>
  </message>
  <message>
   <source>WHAT IF …</source>
   <translation>假如……</translation>
  </message>
 </context>
 <context>
  <name>Text</name>
  <message>
   <source>${amount}</source>
   <translation>${amount}</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>&gt; {number}</source>
   <translation>&gt; {number}</translation>
  </message>
  <message>
   <source>K=1e3 M=1e6 B=1e9 1.0</source>
   <translation>万=1e4 亿=1e8 万亿=1e12 1</translation>
  </message>
  <message>
   <source>off</source>
   <translation>关</translation>
  </message>
  <message>
   <source>on</source>
   <translation>开</translation>
  </message>
  <message>
   <source>{hours:02d}:{minutes:02d}:{seconds:02d}</source>
   <translation>{hours:02d}:{minutes:02d}:{seconds:02d}</translation>
  </message>
  <message>
   <source>{minutes}:{seconds:02d}</source>
   <translation>{minutes}:{seconds:02d}</translation>
  </message>
  <message>
   <source>{names} and {count} more</source>
   <translation>{names} 及另外 {count} 个</translation>
  </message>
  <message>
   <source>{names} and {last}</source>
   <translation>{names}、{last}</translation>
  </message>
  <message>
   <source>{names}, and {last}</source>
   <translation>{names}、{last}</translation>
  </message>
  <message>
   <source>{number} %</source>
   <translation>{number}%</translation>
  </message>
  <message>
   <source>{number} d</source>
   <translation>{number} 天</translation>
  </message>
  <message>
   <source>{number} h</source>
   <translation>{number} 小时</translation>
  </message>
  <message>
   <source>{number} min</source>
   <translation>{number} 分钟</translation>
  </message>
  <message>
   <source>{number} pts</source>
   <translation>{number} 个⁠百⁠分⁠点</translation>
  </message>
  <message>
   <source>{number} s</source>
   <translation>{number} 秒</translation>
  </message>
  <message>
   <source>{number} {unit}</source>
   <translation>{number} {unit}</translation>
  </message>
  <message>
   <source>{number}×</source>
   <translation>{number} 倍</translation>
  </message>
  <message>
   <source>{sign}${amount}</source>
   <translation>{sign}${amount}</translation>
  </message>
  <message>
   <source>{sign}${amount} {step}</source>
   <translation>{sign}${amount} {step}</translation>
  </message>
 </context>
 <context>
  <name>Tiles</name>
  <message>
   <source>Area: normal depth, small ones enlarged so that they can be read. Colour: the fall since the start. Filling: the bids that are left.</source>
   <translation>面积：正常深度，小的放大以便阅读。颜色：自开始的跌幅。填充：剩余的买单。</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>资产</translation>
  </message>
  <message>
   <source>area: normal depth · filling: depth left</source>
   <translation>面积：正常深度 · 填充：剩余深度</translation>
  </message>
  <message>
   <source>fall 0</source>
   <translation>跌幅 0</translation>
  </message>
  <message>
   <source>filling: depth left</source>
   <translation>填充：剩余深度</translation>
  </message>
  <message>
   <source>{assets} · area: normal depth · filling: depth left</source>
   <translation>{assets} · 面积：正常深度 · 填充：剩余深度</translation>
  </message>
  <message>
   <source>{count} asset</source>
   <translation>{count} 种资产</translation>
  </message>
  <message>
   <source>{count} assets</source>
   <translation>{count} 种资产</translation>
  </message>
  <message>
   <source>{symbol}: {change} since the start, {left} of the bids left, normal depth {depth}, {usd} liquidated</source>
   <translation>{symbol}：较开始时 {change}，剩余买单 {left}，正常深度 {depth}，强平 {usd}</translation>
  </message>
 </context>
 <context>
  <name>TimeActions</name>
  <message>
   <source>Sell $50,000 of the asset on stage now</source>
   <translation>立即卖出主画面资产 5 万美元</translation>
  </message>
  <message>
   <source>Tree of roads</source>
   <translation>分支树</translation>
  </message>
  <message>
   <source>Why this?</source>
   <translation>为什么？</translation>
  </message>
  <message>
   <source>Why this? Causes of what is on stage</source>
   <translation>为什么？主画面上所见的起因</translation>
  </message>
 </context>
 <context>
  <name>TimeLine</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Time line</source>
   <translation>时间轴</translation>
  </message>
  <message>
   <source>Up and down move by ten seconds, home and end to the ends.</source>
   <translation>上下键移动十秒，Home 和 End 键到两端。</translation>
  </message>
  <message>
   <source>first liquidation: {names}</source>
   <translation>首次强平：{names}</translation>
  </message>
  <message>
   <source>news</source>
   <translation>消息</translation>
  </message>
  <message>
   <source>{clock}  {what}</source>
   <translation>{clock}  {what}</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>?</source>
   <translation>?</translation>
  </message>
  <message>
   <source>Cascade Lab</source>
   <translation>Cascade Lab</translation>
  </message>
  <message>
   <source>Copy seed</source>
   <translation>复制种子</translation>
  </message>
  <message>
   <source>Copy the seed</source>
   <translation>复制种子</translation>
  </message>
  <message>
   <source>Copy the seed. The same seed is the same weather.</source>
   <translation>复制种子。同样的种子，同样的随机行情。</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Dark, light or projector; size of text</source>
   <translation>深色、浅色或投影；文字大小</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <source>Help and the list of keys</source>
   <translation>帮助和按键列表</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>Look ▾</source>
   <translation>外观 ▾</translation>
  </message>
  <message>
   <source>New seed</source>
   <translation>新种子</translation>
  </message>
  <message>
   <source>Projector</source>
   <translation>投影</translation>
  </message>
  <message>
   <source>Scenario: {title}</source>
   <translation>情景：{title}</translation>
  </message>
  <message>
   <source>Text {size}</source>
   <translation>文字 {size}</translation>
  </message>
  <message>
   <source>Throw the dice: the same market under other weather.</source>
   <translation>掷骰子：同样的市场，另一段随机行情。</translation>
  </message>
  <message>
   <source>seed {seed}</source>
   <translation>种子 {seed}</translation>
  </message>
  <message>
   <source>{title} ▾</source>
   <translation>{title} ▾</translation>
  </message>
 </context>
 <context>
  <name>TotalsPanel</name>
  <message>
   <source>&lt; 1 %</source>
   <translation>&lt;1%</translation>
  </message>
  <message>
   <source>&gt; 99 %</source>
   <translation>&gt;99%</translation>
  </message>
  <message>
   <source>R: each $ sets off</source>
   <translation>R：每 1 美元再引发</translation>
  </message>
  <message>
   <source>R: sets off</source>
   <translation>R：再引发</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>总计</translation>
  </message>
  <message>
   <source>bad debt</source>
   <translation>坏账</translation>
  </message>
  <message>
   <source>funds</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>insurance funds</source>
   <translation>保险基金</translation>
  </message>
  <message>
   <source>liquidated</source>
   <translation>强平额</translation>
  </message>
  <message>
   <source>makers' orders left</source>
   <translation>做市商剩余挂单</translation>
  </message>
  <message>
   <source>makers' part</source>
   <translation>其中：做市商</translation>
  </message>
  <message>
   <source>market makers' part</source>
   <translation>其中：做市商</translation>
  </message>
  <message>
   <source>market value lost</source>
   <translation>市值损失</translation>
  </message>
  <message>
   <source>orders left</source>
   <translation>剩余挂单</translation>
  </message>
  <message>
   <source>traders' part</source>
   <translation>其中：交易者</translation>
  </message>
  <message>
   <source>value lost</source>
   <translation>市值损失</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>已提款</translation>
  </message>
  <message>
   <source>{name} {value}</source>
   <translation>{name} {value}</translation>
  </message>
 </context>
 <context>
  <name>Trader</name>
  <message>
   <source>buy {usd} {symbol}, {venue}</source>
   <translation>买入 {symbol} {usd}，{venue}</translation>
  </message>
  <message>
   <source>cancel {n}</source>
   <translation>撤销 {n}</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>close {n}</source>
   <translation>平仓 {n}</translation>
  </message>
  <message>
   <source>closed, result {profit}</source>
   <translation>已平仓，结果 {profit}</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>got {usd} at {price} on average</source>
   <translation>成交 {usd}，均价 {price}</translation>
  </message>
  <message>
   <source>holds {coins} {symbol}, result {profit}</source>
   <translation>持有 {coins} {symbol}，结果 {profit}</translation>
  </message>
  <message>
   <source>liquidated; margin {margin}, result {profit}</source>
   <translation>已强平；保证金 {margin}，结果 {profit}</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>发送中</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>被拒</translation>
  </message>
  <message>
   <source>sell {usd} {symbol}, {venue}</source>
   <translation>卖出 {symbol} {usd}，{venue}</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <source>{leverage}×, margin {margin}, liquidated at {price}</source>
   <translation>{leverage}×，保证金 {margin}，强平价 {price}</translation>
  </message>
  <message>
   <source>{n}. {head}: {state}</source>
   <translation>{n}. {head}：{state}</translation>
  </message>
  <message>
   <source>{usd} waits at {price}, {ahead} before it</source>
   <translation>{usd} 在 {price} 排队，前面 {ahead}</translation>
  </message>
  <message>
   <source>{what}: {state}</source>
   <translation>{what}：{state}</translation>
  </message>
 </context>
 <context>
  <name>TraderForm</name>
  <message>
   <source>At this price or better; the rest waits in the book. 0 means at the market.</source>
   <translation>以此价格或更优价成交；其余留在订单簿中等待。0 表示市价。</translation>
  </message>
  <message>
   <source>Buy</source>
   <translation>买入</translation>
  </message>
  <message>
   <source>Buy {symbol}</source>
   <translation>买入 {symbol}</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>平仓</translation>
  </message>
  <message>
   <source>Dollars</source>
   <translation>美元</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>交易所</translation>
  </message>
  <message>
   <source>Leverage</source>
   <translation>杠杆</translation>
  </message>
  <message>
   <source>Limit price</source>
   <translation>限价</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>卖出</translation>
  </message>
  <message>
   <source>Sell ${amount} of {symbol} now</source>
   <translation>立即卖出 ${amount} 的 {symbol}</translation>
  </message>
  <message>
   <source>Sell {symbol}</source>
   <translation>卖出 {symbol}</translation>
  </message>
  <message>
   <source>With leverage the position has its own margin and can be liquidated.</source>
   <translation>用杠杆时，仓位有自己的保证金，可能被强平。</translation>
  </message>
  <message>
   <source>amount, $</source>
   <translation>金额（美元）</translation>
  </message>
  <message>
   <source>exchange</source>
   <translation>交易所</translation>
  </message>
  <message>
   <source>leverage</source>
   <translation>杠杆</translation>
  </message>
  <message>
   <source>market</source>
   <translation>市价</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>{what} order {n}</source>
   <translation>{what}订单 {n}</translation>
  </message>
 </context>
 <context>
  <name>TraderPanel</name>
  <message>
   <source>Be a trader</source>
   <translation>亲自下单</translation>
  </message>
 </context>
 <context>
  <name>TransportBar</name>
  <message>
   <source>Back one cause (Shift+←)</source>
   <translation>后退一个环节（Shift+←）</translation>
  </message>
  <message>
   <source>Back one second (←)</source>
   <translation>后退一秒（←）</translation>
  </message>
  <message>
   <source>Esc: leave the full screen</source>
   <translation>Esc：退出全屏</translation>
  </message>
  <message>
   <source>Next cause inside this second (Shift+→)</source>
   <translation>这一秒内的下一个环节（Shift+→）</translation>
  </message>
  <message>
   <source>Next second (→)</source>
   <translation>下一秒（→）</translation>
  </message>
  <message>
   <source>Play or pause (Space)</source>
   <translation>播放或暂停（空格）</translation>
  </message>
  <message>
   <source>Restart: the same market from its first second (R)</source>
   <translation>重新开始：同样的市场，从第一秒起（R）</translation>
  </message>
  <message>
   <source>Speed: market seconds for each second</source>
   <translation>速度：每秒对应的市场秒数</translation>
  </message>
  <message>
   <source>computing up to {clock} …</source>
   <translation>正在计算到 {clock}……</translation>
  </message>
  <message>
   <source>computing …</source>
   <translation>正在计算……</translation>
  </message>
  <message>
   <source>held by the lesson</source>
   <translation>课程在此暂停</translation>
  </message>
  <message>
   <source>paused · press space</source>
   <translation>已暂停 · 按空格键播放</translation>
  </message>
  <message>
   <source>playing</source>
   <translation>播放中</translation>
  </message>
  <message>
   <source>the end of this run</source>
   <translation>本次运行的终点</translation>
  </message>
  <message>
   <source>{clock}: {sentence}</source>
   <translation>{clock}：{sentence}</translation>
  </message>
  <message>
   <source>{done} of {all}: {phase}</source>
   <translation>{done} / {all}：{phase}</translation>
  </message>
  <message>
   <source>{speed}×: as fast as this machine can</source>
   <translation>{speed}×：这台机器的最快速度</translation>
  </message>
  <message>
   <source>{usd} liquidated</source>
   <translation>已强平 {usd}</translation>
  </message>
  <message>
   <source>{usd} liquidated · {clock}: {sentence}</source>
   <translation>已强平 {usd} · {clock}：{sentence}</translation>
  </message>
 </context>
 <context>
  <name>TrustChart</name>
  <message>
   <source>Confidence over time</source>
   <translation>信心随时间的变化</translation>
  </message>
  <message>
   <source>confidence</source>
   <translation>信心</translation>
  </message>
  <message>
   <source>customers' confidence</source>
   <translation>客户信心</translation>
  </message>
 </context>
 <context>
  <name>Turns</name>
  <message>
   <source>Assets</source>
   <translation>资产</translation>
  </message>
  <message>
   <source>Charts</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差别</translation>
  </message>
  <message>
   <source>Market</source>
   <translation>市场</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>主画面</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>事件经过</translation>
  </message>
  <message>
   <source>There is not room for everything: choose what is shown (F6)</source>
   <translation>空间不足以同时显示全部：请选择显示的内容（F6）</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>总计</translation>
  </message>
  <message>
   <source>What if</source>
   <translation>假如</translation>
  </message>
  <message>
   <source>What is shown here</source>
   <translation>此处显示的内容</translation>
  </message>
  <message>
   <source>{name} ▾</source>
   <translation>{name} ▾</translation>
  </message>
 </context>
 <context>
  <name>View</name>
  <message>
   <source>As the system</source>
   <translation>随系统</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>资产</translation>
  </message>
  <message>
   <source>Charts</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Difference to the other road</source>
   <translation>与对照分支的差别</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>放大文字</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Next part, where there is not room for all</source>
   <translation>空间不足时切换到下一部分</translation>
  </message>
  <message>
   <source>Normal text</source>
   <translation>正常文字</translation>
  </message>
  <message>
   <source>Projector</source>
   <translation>投影</translation>
  </message>
  <message>
   <source>Reduced motion</source>
   <translation>减少动态效果</translation>
  </message>
  <message>
   <source>Restore the layout</source>
   <translation>恢复布局</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>缩小文字</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>主画面</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>事件经过</translation>
  </message>
  <message>
   <source>Switches</source>
   <translation>开关</translation>
  </message>
  <message>
   <source>Time line and buttons</source>
   <translation>时间轴和按钮</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>总计</translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>Click any number to see where it comes from; ? lists all keys.</source>
   <translation>点击任何数字，可看它来自哪里；按 ? 列出所有按键。</translation>
  </message>
  <message>
   <source>Digits turn the cures on and off, also in the past: the other road stays as a ghost.</source>
   <translation>按数字键开关各种对策，回到过去也行：对照分支会留下淡影。</translation>
  </message>
  <message>
   <source>Got it</source>
   <translation>知道了</translation>
  </message>
  <message>
   <source>Put the hints away</source>
   <translation>收起提示</translation>
  </message>
  <message>
   <source>Space plays and pauses.</source>
   <translation>按空格键播放或暂停。</translation>
  </message>
  <message>
   <source>Three hints to begin with</source>
   <translation>入门三条提示</translation>
  </message>
  <message>
   <source>{number}  {hint}</source>
   <translation>{number}  {hint}</translation>
  </message>
 </context>
 <context>
  <name>WhereFromDialog</name>
  <message>
   <source>About the chosen number</source>
   <translation>所选指标的说明</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Find a number</source>
   <translation>查找指标</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>M measured in this run, C claimed in the post, R reported elsewhere, § a published rule, A assumed by us.</source>
   <translation>“测”为这次运行实测，“称”为文章声称，“报”为其他报道，“§”为公开规则，“设”为我们的假设。</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Numbers and where they come from</source>
   <translation>指标及其来源</translation>
  </message>
  <message>
   <source>Others report: {report}</source>
   <translation>其他报道：{report}</translation>
  </message>
  <message>
   <source>The post claims: {claim}</source>
   <translation>文章声称：{claim}</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Where from: {origin}.</source>
   <translation>来自：{origin}。</translation>
  </message>
  <message>
   <source>Where from?</source>
   <translation>来自哪里？</translation>
  </message>
  <message>
   <source>{badge} {kind}</source>
   <translation>{badge} {kind}</translation>
  </message>
  <message>
   <source>{title}: {meaning}</source>
   <translation>{title}：{meaning}</translation>
  </message>
 </context>
 <context>
  <name>WhyDialog</name>
  <message>
   <source>Behind it:</source>
   <translation>其背后：</translation>
  </message>
  <message>
   <source>Caused by {cause}: {direct} of {direct_usd} directly, {all} of {all_usd} with all that followed ({parts}), the last at {clock}.</source>
   <translation>由 {cause}引起：直接引发{direct}，共 {direct_usd}；连同后续共 {all} 笔，{all_usd}（{parts}），最后一笔在 {clock}。</translation>
  </message>
  <message>
   <source>Chain of causes; enter goes to the moment</source>
   <translation>起因链；按回车转到那一刻</translation>
  </message>
  <message>
   <source>Counted along the chain: here every liquidation has one cause. The contagion chart's “ultimate origin” shares each one out among all that had moved its price; therefore its sums differ.</source>
   <translation>这里沿因果链计数：每笔强平只有一个起因。传染图的“最终来源”则把每笔强平分摊给推动其价格的所有来源；因此两者的总和不同。</translation>
  </message>
  <message>
   <source>No news and no liquidation stands behind it: it is everyday trade.</source>
   <translation>背后没有消息，也没有强平：只是日常成交。</translation>
  </message>
  <message>
   <source>So far no liquidation was caused by {cause}.</source>
   <translation>至今 {cause}没有引起强平。</translation>
  </message>
  <message>
   <source>Why this?</source>
   <translation>为什么？</translation>
  </message>
  <message>
   <source>the liquidation at {clock}</source>
   <translation>{clock} 的强平</translation>
  </message>
  <message>
   <source>the news of {clock}</source>
   <translation>{clock} 的消息</translation>
  </message>
  <message>
   <source>what happened at {clock}</source>
   <translation>{clock} 发生的事</translation>
  </message>
  <message>
   <source>{count} liquidation</source>
   <translation> {count} 笔强平</translation>
  </message>
  <message>
   <source>{count} liquidations</source>
   <translation> {count} 笔强平</translation>
  </message>
  <message>
   <source>→ leads to a moment: Enter or a double click goes there.</source>
   <translation>→ 通向一个时刻：按回车键或双击即可前往。</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Cascade Lab: {title}</source>
   <translation>Cascade Lab：{title}</translation>
  </message>
 </context>
 <context>
  <name>WithdrawalsChart</name>
  <message>
   <source>Withdrawals over time</source>
   <translation>提款随时间的变化</translation>
  </message>
  <message>
   <source>dollars withdrawn since the start</source>
   <translation>开始以来的提款金额</translation>
  </message>
  <message>
   <source>withdrawals</source>
   <translation>提款</translation>
  </message>
 </context>
</TS>
