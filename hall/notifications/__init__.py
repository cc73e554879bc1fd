"""What people are told beside the papers: messages in 我的空间, and letters over whatever channels are configured."""
